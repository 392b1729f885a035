/** One file on its way in: read, planned, and on "yes" kept. Runs in a worker; knows nothing of one. */

import { applyImport } from '#bank/import/apply.ts';
import { planImport, type ImportPlan } from '#bank/import/plan.ts';
import type { CourseFiles } from '#core/edit.ts';
import type { ForeignFormat } from '#core/exchange.ts';
import { courseFileFromValue, parseCourseFile, type CourseFile } from '#formats/course-file.ts';
import { previewCsv } from '#formats/csv.ts';
import { detectFormat } from '#formats/detect.ts';
import { parseParcel } from '#formats/parcel.ts';
import { makeForeign, readForeign } from '#formats/readers.ts';
import type { AuthoredCourse, AuthoredStore } from '#storage/authored-store.ts';
import { readCourseFiles } from './compile-course.ts';
import { readTexts, writeTexts } from './course-texts.ts';
import { LINK, type ImportAsk, type ImportTell } from './import-messages.ts';
import { folderOf, isOwnId, keepCourse, makeCourseId } from './keep-course.ts';

type Read = Extract<ImportAsk, { kind: 'read' }>;
type Keep = Extract<ImportAsk, { kind: 'keep' }>;

interface Into {
	readonly course: AuthoredCourse;
	readonly texts: ReadonlyMap<string, string>;
	readonly values: CourseFiles;
}

export interface ImportJobParts {
	readonly store: AuthoredStore;
	readonly tell: (message: ImportTell) => void;
	/** Ids of the built-in courses: none may be overridden. */
	readonly builtIn: readonly string[];
	readonly random: (length: number) => Uint8Array;
	readonly now: () => number;
}

/** Progress is told this often: more often nobody sees. */
const TOLD_EVERY = 50;

export class ImportJob {
	readonly #parts: ImportJobParts;
	#into: Into | undefined;
	#plan: ImportPlan | undefined;
	#file: CourseFile | undefined;

	constructor(parts: ImportJobParts) {
		this.#parts = parts;
	}

	/** Rejects with a `StoreError`. */
	async ask(ask: ImportAsk): Promise<void> {
		if (ask.kind === 'read') await this.#read(ask);
		else if (ask.kind === 'keep') await this.#keep(ask);
		else await this.#write(ask.course, ask.format);
	}

	async #read(ask: Read): Promise<void> {
		const { tell } = this.#parts;
		if (ask.name === LINK) return this.#readLink(new TextDecoder().decode(ask.bytes));
		const format = ask.mapping ? 'csv' : detectFormat(ask.name, ask.bytes);
		if (format === 'grasp') return this.#readCourse(ask.bytes);
		if (format === undefined)
			return tell({ kind: 'refused', notes: [{ code: 'file/unknown', message: UNKNOWN }] });
		if (format === 'csv' && ask.mapping === undefined) {
			const preview = previewCsv(ask.bytes);
			if ('rows' in preview && !preview.isOwn) return tell({ kind: 'columns', preview });
		}
		this.#into = ask.into === undefined ? undefined : await this.#readInto(ask.into);
		const file = readForeign(format, ask.bytes, { mapping: ask.mapping }, (done, total) => {
			if (done % TOLD_EVERY === 0) tell({ kind: 'progress', done, total });
		});
		if (file.items.length === 0) return tell({ kind: 'refused', notes: file.notes });
		const language = this.#into?.course.language ?? file.language ?? ask.language;
		this.#plan = planImport(file, this.#into?.values, language);
		tell({ kind: 'plan', format, plan: this.#plan });
	}

	/** An own course for another tool. */
	async #write(id: string, format: ForeignFormat): Promise<void> {
		const files = await this.#parts.store.readFiles(id);
		const { compiled } = readCourseFiles(id, 0, files);
		const made = compiled && makeForeign(format, { ...compiled.course, id: folderOf(id) });
		this.#parts.tell({ kind: 'written', made });
	}

	async #readInto(id: string): Promise<Into | undefined> {
		const course = await this.#parts.store.read(id);
		if (course === undefined) return undefined;
		const texts = await this.#parts.store.readFiles(id);
		return { course, texts, values: readTexts(texts) };
	}

	/** A course small enough to stand in a link. */
	async #readLink(text: string): Promise<void> {
		const parcel = parseParcel(text);
		const file = parcel.kind === 'course' ? courseFileFromValue(parcel.value) : undefined;
		if (file) return this.#showCourse(file);
		const message =
			'The link holds no course that this Grasp can read. Ask for it to be sent again, or as a file.';
		this.#parts.tell({ kind: 'refused', notes: [parcel.note ?? { code: 'parcel/no-course', message }] });
	}

	async #readCourse(bytes: Uint8Array): Promise<void> {
		const { value, notes } = parseCourseFile(bytes);
		if (value === undefined) return this.#parts.tell({ kind: 'refused', notes });
		await this.#showCourse(value);
	}

	async #showCourse(value: CourseFile): Promise<void> {
		this.#file = value;
		const { title, from, revision } = value.head;
		const { compiled, issues, drafts } = readCourseFiles(value.head.id, revision, value.files);
		const held = await this.#parts.store.read(value.head.id);
		const size = [...value.files.values()].reduce((sum, text) => sum + text.length, 0);
		this.#parts.tell({
			kind: 'course',
			course: {
				...{ title, from, revision, size },
				sections: compiled?.entry.sections ?? drafts.length - 1,
				questions: compiled?.entry.questions ?? 0,
				problems: compiled ? 0 : issues.length,
				heldRevision: held?.revision
			}
		});
	}

	async #keep(ask: Keep): Promise<void> {
		const { store, now, tell } = this.#parts;
		const wanted = this.#file ? await this.#asReceived(this.#file) : this.#asImported(ask);
		const { isKept, course, issues } = await keepCourse(store, wanted, now());
		const problems = course.entry ? 0 : issues.length;
		tell(isKept ? { kind: 'kept', course, problems } : { kind: 'failed' });
	}

	async #asReceived({ head, files }: CourseFile) {
		const { builtIn, random, store } = this.#parts;
		const id = isOwnId(head.id, builtIn) ? head.id : makeCourseId(head.title, random);
		const held = await store.read(id);
		return {
			...{ id, files, origin: held?.origin ?? ('received' as const), after: held?.revision ?? 0 },
			...(head.from !== undefined && { from: head.from }),
			revision: head.revision
		};
	}

	#asImported({ title, replace, words }: Keep) {
		const { random } = this.#parts;
		const into = this.#into;
		const files = applyImport(this.#plan!, into?.values, { title, replace: new Set(replace), words });
		const texts = writeTexts(files, into?.texts ?? new Map());
		return {
			...{ id: into?.course.id ?? makeCourseId(title, random), files: texts },
			...{ origin: into?.course.origin ?? ('imported' as const), after: into?.course.revision ?? 0 },
			...(into?.course.from !== undefined && { from: into.course.from })
		};
	}
}

const UNKNOWN =
	'The file is of no kind that can be read here. These can: course files of Grasp, Moodle XML, GIFT, Aiken, QTI packages, Anki decks, and tables as CSV.';
