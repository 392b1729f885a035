import {
	EXCHANGE_FORMATS,
	PACKAGE_STANDARDS,
	type ExchangeLoss,
	type ForeignFormat,
	type MadeFile,
	type PackageStandard
} from '#core/exchange.ts';
import {
	COURSE_FILE_EXTENSION,
	COURSE_FILE_TYPE,
	courseFileToValue,
	makeCourseFile,
	type CourseFile
} from '#formats/course-file.ts';
import { makeParcel } from '#formats/parcel.ts';
import { makeQrCode, type QrCode } from '#formats/qr-code.ts';
import type { AuthoredCourse } from '#storage/authored-store.ts';
import type { CourseEntry } from '#core/catalogue.ts';
import { Attempts } from '../attempts.svelte.ts';
import type { Library } from '../library.ts';
import { readCourseFiles } from './compile-course.ts';
import { copyCourse } from './copy-course.ts';
import { openWorker } from './exchange-worker.ts';
import { makeNative } from '#formats/native-writer.ts';
import { folderOf, keepCourse, makeCourseId } from './keep-course.ts';
import { makeNewCourse, type NewCourse } from './new-parts.ts';
import { authoredStore, hasOwnCourses } from './own-courses.ts';

/** What a course can be taken to. */
const FOREIGN = EXCHANGE_FORMATS.filter((format) => format !== 'grasp');
export const TAKEN_OUT_AS = ['grasp', 'link', ...FOREIGN, ...PACKAGE_STANDARDS] as const;
export type TakenOutAs = 'grasp' | 'link' | ForeignFormat | PackageStandard;

/** Longer ones are cut off by the apps that links are sent with. */
const LONGEST_LINK = 30_000;

export interface TakenOut {
	readonly file: File;
	readonly losses: readonly ExchangeLoss[];
	/** Instead of the file: an address with the course in its fragment, which no host ever sees. */
	readonly link?: string;
	/** Of the link, where a screen can show it. */
	readonly code?: QrCode | undefined;
}

/** The courses that were made or received on this device. */
export class AuthorShelf {
	courses = $state.raw<readonly AuthoredCourse[] | undefined>();
	readonly attempts = new Attempts();

	async read(): Promise<void> {
		await this.attempts.try(
			async () => (this.courses = (await hasOwnCourses()) ? await authoredStore().list() : []),
			() => this.read()
		);
	}

	/** @returns its id; `undefined` where it could not be kept */
	async begin(wished: NewCourse): Promise<string | undefined> {
		const id = makeCourseId(wished.title, (length) => crypto.getRandomValues(new Uint8Array(length)));
		const files = new Map(
			Object.entries(makeNewCourse(wished)).map(([name, value]) => [name, makeNative(value)])
		);
		const isKept = await this.attempts.try(
			() => keepCourse(authoredStore(), { id, files, origin: 'made', after: 0 }, Date.now()),
			() => this.begin(wished)
		);
		return isKept ? id : undefined;
	}

	/** A course that everybody has, as one's own. @returns its id */
	async copy(entry: CourseEntry, library: Library, base: string): Promise<string | undefined> {
		const id = makeCourseId(entry.title, (length) => crypto.getRandomValues(new Uint8Array(length)));
		const isKept = await this.attempts.try(
			async () => {
				const files = await copyCourse(entry, library, base);
				await keepCourse(authoredStore(), { id, files, origin: 'copied', after: 0 }, Date.now());
			},
			() => this.copy(entry, library, base)
		);
		return isKept ? id : undefined;
	}

	async remove(course: string): Promise<void> {
		await this.attempts.try(
			async () => {
				await authoredStore().remove(course);
				this.courses = await authoredStore().list();
			},
			() => this.remove(course)
		);
	}

	/** `site`: where it stands, "https://example.org/grasp". `undefined` where something in the course is wrong, and only a whole course can be written so; and for a course too large to stand in a link. */
	async takeOut(
		{ id, title, language, revision, from }: AuthoredCourse,
		as: TakenOutAs,
		site: string
	): Promise<TakenOut | undefined> {
		const files = await authoredStore().readFiles(id);
		const head = { id, title, language, revision, ...(from && { from }) };
		if (as === 'link') return this.#makeLink({ head, files }, site);
		if (as === 'grasp') {
			const bytes = makeCourseFile({ head, files });
			const name = `${folderOf(id)}${COURSE_FILE_EXTENSION}`;
			return { file: fileOf({ name, type: COURSE_FILE_TYPE, bytes }), losses: [] };
		}
		const made = isPackage(as)
			? await this.#pack(id, revision, files, as, site)
			: await makeElsewhere(id, as);
		return made && { file: fileOf(made), losses: made.losses };
	}

	/** `undefined` where something in the course is wrong, or the player is not on this device. */
	async #pack(
		id: string,
		revision: number,
		files: ReadonlyMap<string, string>,
		standard: PackageStandard,
		site: string
	): Promise<MadeFile | undefined> {
		const { compiled } = readCourseFiles(id, revision, files);
		if (!compiled) return undefined;
		const { packCourse } = await import('./make-package.ts');
		return packCourse(compiled.course, folderOf(id), standard, site).catch((error: unknown) => {
			console.warn(error);
			return undefined;
		});
	}

	#makeLink(course: CourseFile, site: string): TakenOut | undefined {
		const link = `${site}/author/import#${makeParcel('course', courseFileToValue(course))}`;
		if (link.length > LONGEST_LINK) return undefined;
		return {
			file: new File([link], 'link.txt', { type: 'text/plain' }),
			losses: [],
			link,
			code: makeQrCode(link)
		};
	}
}

function isPackage(as: TakenOutAs): as is PackageStandard {
	return PACKAGE_STANDARDS.some((standard) => standard === as);
}

function fileOf({ name, type, bytes }: Pick<MadeFile, 'name' | 'type' | 'bytes'>): File {
	return new File([bytes as BlobPart], name, { type });
}

/** In the worker. `undefined` where something in the course is wrong, or the worker cannot be had. */
function makeElsewhere(course: string, format: ForeignFormat): Promise<MadeFile | undefined> {
	return new Promise((resolve) => {
		const worker = openWorker(
			[],
			(told) => {
				worker.terminate();
				resolve(told.kind === 'written' ? told.made : undefined);
			},
			() => resolve(undefined)
		);
		worker.postMessage({ kind: 'write', course, format });
	});
}
