import type { CourseEntry } from '#core/catalogue.ts';
import { reportClass, type ClassReport } from '#core/class/report.ts';
import { packResult, unpackResult, type HandedResult } from '#core/class/result.ts';
import type { Section } from '#core/question.ts';
import { makeClassTable } from '#formats/class-table.ts';
import { parseParcels } from '#formats/parcel.ts';
import type { AuthoredStore } from '#storage/authored-store.ts';
import { Attempts } from '../attempts.svelte.ts';
import type { Library } from '../library.ts';

/** What became of the texts that were gathered last. */
export interface Gathering {
	readonly fresh: number;
	readonly doubles: number;
	/** Of other courses. */
	readonly foreign: number;
	/** The checksum says that a part was lost or changed on the way. */
	readonly altered: number;
	/** Not from Grasp, of a later one, or no result. */
	readonly unreadable: number;
}

interface ClassDeskParts {
	readonly store: AuthoredStore;
	readonly library: Library;
	/** Rejects with a `StoreError`. */
	readonly listCourses: () => Promise<readonly CourseEntry[]>;
}

/** The instructor's side: results are gathered, kept on the device, and read together. */
export class ClassDesk {
	courses = $state.raw<readonly CourseEntry[]>([]);
	course = $state.raw<CourseEntry>();
	/** The latest first. */
	results = $state.raw<readonly HandedResult[]>([]);
	report = $state.raw<ClassReport>();
	gathering = $state.raw<Gathering>();
	busy = $state(true);
	readonly attempts = new Attempts();

	readonly #parts: ClassDeskParts;
	#sections: readonly Section[] = [];

	constructor(parts: ClassDeskParts) {
		this.#parts = parts;
	}

	/** @param text of a link that led here; what it holds is gathered into its own course */
	async open(wanted: string | undefined, text = ''): Promise<void> {
		await this.#do(
			async () => {
				this.courses = await this.#parts.listCourses();
				const own = text === '' ? undefined : readParcels([text]).results[0]?.course;
				const course = this.courses.find(({ id }) => id === (own ?? wanted)) ?? this.courses[0];
				if (course) await this.#show(course);
				if (text !== '') await this.#gather([text]);
			},
			() => this.open(wanted, text)
		);
	}

	async choose(id: string): Promise<void> {
		const course = this.courses.find((each) => each.id === id);
		if (course === undefined) return;
		this.gathering = undefined;
		await this.#do(
			() => this.#show(course),
			() => this.choose(id)
		);
	}

	async add(texts: readonly string[]): Promise<void> {
		await this.#do(
			() => this.#gather(texts),
			() => this.add(texts)
		);
	}

	async remove(id: string): Promise<void> {
		const { course } = this;
		if (course === undefined) return;
		await this.#do(
			async () => {
				await this.#parts.store.removeResult(course.id, id);
				this.gathering = undefined;
				await this.#read(course);
			},
			() => this.remove(id)
		);
	}

	makeTable(): File {
		return new File([makeClassTable(this.results)], `results-${this.course?.id ?? ''}.csv`, {
			type: 'text/csv'
		});
	}

	async #do(work: () => Promise<void>, again: () => Promise<void>): Promise<void> {
		this.busy = true;
		await this.attempts.try(work, again);
		this.busy = false;
	}

	async #show(course: CourseEntry): Promise<void> {
		const { library } = this.#parts;
		const { sections } = await library.readIndex(course);
		this.#sections = await Promise.all(sections.map((entry) => library.readWholeSection(entry)));
		this.course = course;
		await this.#read(course);
	}

	async #read({ id }: CourseEntry): Promise<void> {
		const kept = await this.#parts.store.listResults(id);
		this.results = kept
			.flatMap(({ value }) => unpackResult(value) ?? [])
			.sort((a, b) => b.handedInAt - a.handedInAt);
		this.report = this.results.length === 0 ? undefined : reportClass(this.#sections, this.results);
	}

	async #gather(texts: readonly string[]): Promise<void> {
		const { course } = this;
		if (course === undefined) return;
		const { results, altered, unreadable } = readParcels(texts);
		const own = results.filter((result) => result.course === course.id);
		const fresh = await this.#parts.store.addResults(
			own.map((result) => ({ course: result.course, id: result.id, value: packResult(result) }))
		);
		this.gathering = {
			fresh: fresh.length,
			doubles: own.length - fresh.length,
			foreign: results.length - own.length,
			altered,
			unreadable
		};
		await this.#read(course);
	}
}

function readParcels(texts: readonly string[]): {
	readonly results: readonly HandedResult[];
	readonly altered: number;
	readonly unreadable: number;
} {
	const parcels = texts.flatMap((text) => parseParcels(text));
	const altered = parcels.filter(({ note }) => note?.code === 'parcel/altered').length;
	const results = parcels.flatMap((parcel) =>
		parcel.kind === 'result' ? (unpackResult(parcel.value) ?? []) : []
	);
	return { results, altered, unreadable: parcels.length - altered - results.length };
}
