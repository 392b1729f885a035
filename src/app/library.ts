import type { CourseEntry, CourseIndex, Lesson, SectionEntry, SectionRest } from '#core/catalogue.ts';
import type { Section } from '#core/question.ts';

/** The questions could not be had: no network and not on the device, or an answer that is not ours. */
export class LibraryError extends Error {
	constructor(address: string, cause?: unknown) {
		super(`No course file at ${address}.`, { cause });
		this.name = 'LibraryError';
	}
}

export interface Library {
	/** Rejects with a `LibraryError`. */
	readIndex(course: CourseEntry): Promise<CourseIndex>;
	/** With the questions of a newcomer's first session. */
	readSection(entry: SectionEntry): Promise<Section>;
	/** With all of its questions. */
	readWholeSection(entry: SectionEntry): Promise<Section>;
	/** `undefined` where the section has none. */
	readLesson(entry: SectionEntry): Promise<Lesson | undefined>;
	/** The address under which a section's file is asked for. */
	addressOf(entry: SectionEntry): string;
}

/** By its address, which begins with `own/`. Rejects with a `LibraryError`. */
export type ReadOwn = (address: string) => Promise<unknown>;

/**
 * The compiled courses, fetched when needed and kept as long as the page lives.
 *
 * @param readOwn reads those that this device holds itself
 */
export function makeLibrary(
	base: string,
	fetchFile: typeof fetch = (...args) => fetch(...args),
	readOwn?: ReadOwn
): Library {
	const files = new Map<string, Promise<unknown>>();

	function read(file: string): Promise<unknown> {
		const kept = files.get(file);
		if (kept) return kept;
		const reading =
			readOwn && file.startsWith('own/') ? readOwn(file) : fetchJson(`${base}/${file}`, fetchFile);
		files.set(file, reading);
		// Must not be kept when it failed: the learner may be online a moment later.
		reading.catch(() => files.delete(file));
		return reading;
	}

	return {
		// Written by our own build and fetched under its hash: its shape is not checked again.
		readIndex: (course) => read(course.index) as Promise<CourseIndex>,
		readSection: (entry) => read(entry.file) as Promise<Section>,
		readWholeSection: async ({ file, rest }) => {
			const reading = [read(file), rest === undefined ? undefined : read(rest)] as const;
			const [section, others] = await Promise.all(reading);
			return joinSection(section as Section, others as SectionRest | undefined);
		},
		readLesson: async ({ lesson }) => (lesson === undefined ? undefined : ((await read(lesson)) as Lesson)),
		addressOf: ({ file }) => `${base}/${file}`
	};
}

function joinSection(section: Section, rest: SectionRest | undefined): Section {
	if (rest === undefined) return section;
	const byId = new Map([...section.questions, ...rest.questions].map((question) => [question.id, question]));
	return { ...section, questions: rest.order.flatMap((id) => byId.get(id) ?? []) };
}

/** Rejects with a `LibraryError`. */
export async function fetchJson(address: string, fetchFile: typeof fetch): Promise<unknown> {
	try {
		const response = await fetchFile(address);
		if (response.ok) return await response.json();
	} catch (error) {
		throw new LibraryError(address, error);
	}
	throw new LibraryError(address);
}
