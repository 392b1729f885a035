/** What the page and the worker that reads files tell each other. */

import type { ImportPlan } from '#bank/import/plan.ts';
import type { ExchangeFormat, ExchangeNote, ForeignFormat, MadeFile } from '#core/exchange.ts';
import type { CsvMapping, CsvPreview } from '#formats/csv.ts';
import type { AuthoredCourse } from '#storage/authored-store.ts';

/** In the place of a file's name: the text of a link. */
export const LINK = ' link';

export type ImportAsk =
	| {
			readonly kind: 'read';
			readonly name: string;
			readonly bytes: Uint8Array;
			/** The course that it is brought into; none for a new one. */
			readonly into?: string | undefined;
			/** The person has said which columns hold what. */
			readonly mapping?: CsvMapping | undefined;
			/** BCP 47 tag, for a new course whose file names none. */
			readonly language: string;
	  }
	| {
			readonly kind: 'keep';
			/** Of a new course. */
			readonly title: string;
			/** Keys of items that take the place of what the course has. */
			readonly replace: readonly string[];
			readonly words: { readonly description: string; readonly source: string; readonly section: string };
	  }
	| { readonly kind: 'write'; readonly course: string; readonly format: ForeignFormat };

export type ImportTell =
	| { readonly kind: 'progress'; readonly done: number; readonly total: number }
	/** It is not clear which column holds what. */
	| { readonly kind: 'columns'; readonly preview: CsvPreview }
	| { readonly kind: 'plan'; readonly format: ExchangeFormat; readonly plan: ImportPlan }
	| { readonly kind: 'course'; readonly course: ReceivedCourse }
	| { readonly kind: 'refused'; readonly notes: readonly ExchangeNote[] }
	| { readonly kind: 'kept'; readonly course: AuthoredCourse; readonly problems: number }
	/** `made` is absent where something in the course is wrong. */
	| { readonly kind: 'written'; readonly made?: MadeFile | undefined }
	/** The device did not keep it. */
	| { readonly kind: 'failed' };

/** A course file, as it says of itself; nobody vouches for it. */
export interface ReceivedCourse {
	readonly title: string;
	readonly from?: string | undefined;
	readonly revision: number;
	/** Bytes of its files. */
	readonly size: number;
	readonly sections: number;
	readonly questions: number;
	/** Problems that keep it from being learnt. */
	readonly problems: number;
	/** The revision that this device has of it. */
	readonly heldRevision?: number | undefined;
}
