/**
 * Words for what comes from other tools and goes to them. A format's reader says what a file holds, in these
 * words and as far as the format goes; what Grasp asks for beyond that (a claim, a level, a reason for each
 * wrong option) is added where it is brought in.
 */

import type { Question, WholeCourse } from './question.ts';

export const EXCHANGE_FORMATS = [
	'grasp',
	'gift',
	'aiken',
	'moodle-xml',
	'qti-2',
	'qti-3',
	'csv',
	'anki'
] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** Of other tools. */
export type ForeignFormat = Exclude<ExchangeFormat, 'grasp'>;

/** What learning platforms run, and hear answers from: not a format of questions, but our own player with a course in it. */
export const PACKAGE_STANDARDS = ['scorm-1.2', 'scorm-2004', 'cmi5'] as const;
export type PackageStandard = (typeof PACKAGE_STANDARDS)[number];

/** A course as a package holds it. */
export interface PackedCourse {
	/** The name of its folder. */
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** BCP 47 tag. */
	readonly language: string;
	readonly sections: readonly { readonly id: string; readonly title: string }[];
	/** Share of the score from which on a part is passed. */
	readonly passShare: number;
	/** Text of `course.json`. */
	readonly data: string;
}

type Loose<Q> = Q extends Question
	? Omit<Q, 'id' | 'claim' | 'also' | 'level' | 'explanation' | 'why' | 'waive' | 'extras'> &
			Partial<Pick<Q, 'id' | 'claim' | 'also' | 'level' | 'explanation'>> &
			LooseParts<Q>
	: never;
type LooseParts<Q> = Q extends { readonly kind: 'true-false' }
	? { readonly why?: string }
	: Q extends { readonly kind: 'matching' }
		? { readonly extras?: readonly { readonly id: string; readonly text: string; readonly why?: string }[] }
		: unknown;

/**
 * A question as another tool keeps it. `id`, `claim`, `also` and `level` are there only where the file says
 * them in our own words (a file that Grasp has made); ids of options, gaps, pairs, steps, categories and entries are
 * always there, unique within the question, and the same whenever the same file is read.
 */
export type ForeignQuestion = Loose<Question>;

/** What happened, or would happen, to one item; said to a person. */
export interface ExchangeNote {
	/** "gift/weights": stands for the same cause everywhere. */
	readonly code: string;
	/** A sentence: what was found, what became of it, and what to do if that is not wanted. */
	readonly message: string;
}

export interface ForeignItem {
	/**
	 * The same for the same item in a later export of the other tool: the tool's own id where there is one,
	 * else what is least likely to change. Unique within the file.
	 */
	readonly key: string;
	/** What a person knows it by: its title, or how its prompt begins. */
	readonly name: string;
	/** Where it stands: a line from 1, or a file of the package. */
	readonly where: { readonly line?: number; readonly part?: string };
	/** Categories, decks or sections around it, from the outermost. */
	readonly group: readonly string[];
	/** Absent: it cannot come in, and `notes` say why. */
	readonly question?: ForeignQuestion;
	/** What changes on the way, or why it is refused. */
	readonly notes: readonly ExchangeNote[];
}

export interface ForeignFile {
	readonly format: ExchangeFormat;
	readonly title?: string;
	/** BCP 47 tag, where the file says one. */
	readonly language?: string;
	readonly items: readonly ForeignItem[];
	/** On the file as a whole. With no item at all, they say why. */
	readonly notes: readonly ExchangeNote[];
}

/** What a format cannot carry of a course. */
export interface ExchangeLoss extends ExchangeNote {
	/** The question it is about; absent for the course as a whole. */
	readonly question?: string;
	/** True where the question is not in the file at all. */
	readonly isLeftOut: boolean;
}

/** A file for another tool. */
export interface MadeFile {
	/** "network-power.gift" */
	readonly name: string;
	/** Media type. */
	readonly type: string;
	readonly bytes: Uint8Array;
	readonly losses: readonly ExchangeLoss[];
}

/** What is written out: one language of a course. */
export type ExchangedCourse = Omit<WholeCourse, 'translations' | 'waive'>;

/** Told between items; a reader that throws out of it stops reading, so that the caller can cancel. */
export type TellProgress = (done: number, total: number) => void;

/** Limits at the door, the same for every format. */
export const EXCHANGE_LIMITS = {
	/** Of the file, and of all that is unpacked from it. */
	bytes: 20 * 1024 * 1024,
	unpackedBytes: 200 * 1024 * 1024,
	items: 10_000,
	/** Of any one text within it, in UTF-16 units. */
	text: 20_000,
	/** Of elements or brackets within each other. */
	depth: 200
} as const;
