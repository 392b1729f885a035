/**
 * The vocabulary of Grasp: what a course is made of, once it has been checked and compiled.
 * Every other file says its words; a notion that has no name here has no name yet.
 */

export const QUESTION_KINDS = [
	'single-choice',
	'multiple-choice',
	'true-false',
	'numeric',
	'short-text',
	'cloze',
	'matching',
	'ordering',
	'categorise',
	'estimate'
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const CLAIM_KINDS = ['figure', 'description', 'judgement', 'recommendation'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** From Bloom's taxonomy as revised in 2001; what lies above "analyse" is beyond a closed question. */
export const LEVELS = ['remember', 'understand', 'apply', 'analyse'] as const;
export type Level = (typeof LEVELS)[number];

/** Where a claim stands in its source; both count from 1. */
export interface Place {
	readonly paragraph: number;
	readonly sentence: number;
	/** SHA-256, in hexadecimal, of the normalised sentence: tells whether a reader's text is the same. */
	readonly fingerprint?: string;
}

export interface Claim {
	readonly id: string;
	readonly kind: ClaimKind;
	readonly where: Place;
	readonly text: string;
}

/** What a learner chooses. `why` says why it is wrong (or, for a key, why it is right). */
export interface Option {
	readonly id: string;
	readonly text: string;
	readonly correct?: boolean;
	readonly why?: string;
}

/** Says why a finding of the lint is no flaw here. Never shipped to learners. */
export interface Waiver {
	/** "key-length" for the finding lint/key-length. */
	readonly rule: string;
	readonly reason: string;
}

interface QuestionBase {
	readonly id: string;
	/** The claim that is asked for; its card moves. */
	readonly claim: string;
	/** Further claims that one needs to answer. */
	readonly also?: readonly string[];
	readonly level: Level;
	readonly prompt: string;
	readonly explanation: string;
	readonly waive?: readonly Waiver[];
}

export interface SingleChoice extends QuestionBase {
	readonly kind: 'single-choice';
	readonly options: readonly Option[];
	/** `false` keeps the written order, where order has meaning. */
	readonly shuffle?: boolean;
}

export interface MultipleChoice extends QuestionBase {
	readonly kind: 'multiple-choice';
	readonly options: readonly Option[];
	readonly shuffle?: boolean;
}

export interface TrueFalse extends QuestionBase {
	readonly kind: 'true-false';
	readonly answer: boolean;
	/** Why the other choice is wrong. */
	readonly why: string;
}

export interface Numeric extends QuestionBase {
	readonly kind: 'numeric';
	/** In `unit`. */
	readonly answer: number;
	readonly unit?: string;
	/** Absolute, in `unit`; 0 when absent. */
	readonly tolerance?: number;
}

export interface ShortText extends QuestionBase {
	readonly kind: 'short-text';
	/** Accepted wordings; the first is the one that is shown. */
	readonly answers: readonly string[];
}

export interface TypedGap {
	readonly id: string;
	readonly answers: readonly string[];
}

export interface ChosenGap {
	readonly id: string;
	readonly options: readonly Option[];
}

export function isChosenGap(gap: TypedGap | ChosenGap): gap is ChosenGap {
	return 'options' in gap;
}

export interface Cloze extends QuestionBase {
	readonly kind: 'cloze';
	/** Holds each gap once, as `{gap-id}`. */
	readonly text: string;
	readonly gaps: readonly (TypedGap | ChosenGap)[];
}

export interface Pair {
	readonly id: string;
	readonly left: string;
	readonly right: string;
	readonly why?: string;
}

export interface Extra {
	readonly id: string;
	readonly text: string;
	readonly why: string;
}

export interface Matching extends QuestionBase {
	readonly kind: 'matching';
	readonly pairs: readonly Pair[];
	/** Right sides that belong to no left side. */
	readonly extras?: readonly Extra[];
}

export interface Step {
	readonly id: string;
	readonly text: string;
}

export interface Ordering extends QuestionBase {
	readonly kind: 'ordering';
	/** In the right order. */
	readonly steps: readonly Step[];
}

export interface Category {
	readonly id: string;
	readonly text: string;
}

export interface Entry {
	readonly id: string;
	readonly text: string;
	readonly category: string;
	readonly why?: string;
}

export interface Categorise extends QuestionBase {
	readonly kind: 'categorise';
	readonly categories: readonly Category[];
	readonly entries: readonly Entry[];
}

export interface Estimate extends QuestionBase {
	readonly kind: 'estimate';
	/** In `unit`; never 0, closeness being a share of it. */
	readonly answer: number;
	readonly unit?: string;
	/** Share of the answer within which an estimate scores in full: 0.1 is ± 10 %. */
	readonly close: number;
	/** Share of the answer from which on it scores nothing. */
	readonly far: number;
}

export type Question =
	| SingleChoice
	| MultipleChoice
	| TrueFalse
	| Numeric
	| ShortText
	| Cloze
	| Matching
	| Ordering
	| Categorise
	| Estimate;

/** Claims that are read and practised together. */
export interface Section {
	readonly id: string;
	readonly title: string;
	/** Paragraphs to read before the questions; `[words](claim-id)` marks where a claim is told. */
	readonly lesson?: readonly string[];
	readonly claims: readonly Claim[];
	readonly questions: readonly Question[];
}

/** What the claims come from. Its text is never shipped. */
export interface Source {
	readonly title: string;
	readonly publisher?: string;
	readonly author?: string;
	readonly date?: string;
	/** BCP 47 tag of the original. */
	readonly language?: string;
	/** What sort of text it is: "opinion article". */
	readonly form: string;
	readonly paragraphs: number;
}

export interface Course {
	readonly id: string;
	readonly title: string;
	/** BCP 47 tag of the plain strings. */
	readonly language: string;
	readonly description: string;
	readonly source: Source;
}

/** Everything a course holds: what its files say once they have been checked. */
export interface WholeCourse extends Course {
	readonly sections: readonly Section[];
	/** The same in other languages; ids and keys are equal. */
	readonly translations: Readonly<Record<string, Course & { readonly sections: readonly Section[] }>>;
	/** For findings on the course as a whole. */
	readonly waive?: readonly Waiver[];
}

/** One key for a claim among all courses: ids are unique within a course only. */
export function claimKey(course: string, claim: string): string {
	return `${course}/${claim}`;
}
