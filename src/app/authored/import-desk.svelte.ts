import type { ImportPlan } from '#bank/import/plan.ts';
import type { ExchangeFormat, ExchangeNote } from '#core/exchange.ts';
import type { CsvMapping, CsvPreview } from '#formats/csv.ts';
import type { AuthoredCourse } from '#storage/authored-store.ts';
import { LINK, type ImportAsk, type ImportTell, type ReceivedCourse } from './import-messages.ts';
import { openWorker, type ExchangeWorker } from './exchange-worker.ts';

export type ImportScene =
	| { readonly kind: 'choosing'; readonly notes: readonly ExchangeNote[] }
	| { readonly kind: 'reading'; readonly done: number; readonly total: number }
	| { readonly kind: 'columns'; readonly preview: CsvPreview }
	| { readonly kind: 'plan'; readonly format: ExchangeFormat; readonly plan: ImportPlan }
	| { readonly kind: 'course'; readonly course: ReceivedCourse }
	| { readonly kind: 'keeping' }
	| { readonly kind: 'kept'; readonly course: AuthoredCourse; readonly problems: number }
	| { readonly kind: 'failed' };

export interface ImportWords {
	readonly description: string;
	readonly source: string;
	readonly section: string;
}

/** A file on its way in, as a person lives it: choose, look at what would come, say yes. */
export class ImportDesk {
	scene = $state.raw<ImportScene>({ kind: 'choosing', notes: [] });
	/** Of the file. */
	name = $state('');
	/** Id of the course that it is brought into; empty for a new one. */
	into = $state('');

	readonly #builtIn: readonly string[];
	#worker: ExchangeWorker | undefined;
	#bytes: Uint8Array | undefined;

	constructor(builtIn: readonly string[]) {
		this.#builtIn = builtIn;
	}

	async choose(file: File): Promise<void> {
		this.name = file.name;
		this.#bytes = new Uint8Array(await file.arrayBuffer());
		this.#read();
	}

	/** What came in a link: data, until it is agreed to. */
	chooseLink(text: string): void {
		this.name = LINK;
		this.#bytes = new TextEncoder().encode(text);
		this.#read();
	}

	/** Which columns of a table hold what. */
	map(mapping: CsvMapping): void {
		this.#read(mapping);
	}

	/** The same file for another course: what is new in it may differ. */
	aim(course: string): void {
		this.into = course;
		if (this.scene.kind === 'plan') this.#read(this.#mapping);
	}

	keep(title: string, replace: readonly string[], words: ImportWords): void {
		this.scene = { kind: 'keeping' };
		this.#ask({ kind: 'keep', title, replace, words });
	}

	/** Stops whatever is going on; nothing has been written. */
	cancel(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#bytes = undefined;
		this.scene = { kind: 'choosing', notes: [] };
	}

	#mapping: CsvMapping | undefined;

	#read(mapping?: CsvMapping): void {
		this.#mapping = mapping;
		this.scene = { kind: 'reading', done: 0, total: 0 };
		this.#ask({
			kind: 'read',
			name: this.name,
			bytes: this.#bytes!,
			into: this.into || undefined,
			mapping,
			language: LANGUAGE
		});
	}

	#ask(ask: ImportAsk): void {
		this.#worker ??= openWorker(
			this.#builtIn,
			(told) => this.#hear(told),
			() => (this.scene = { kind: 'failed' })
		);
		this.#worker.postMessage(ask);
	}

	#hear(told: ImportTell): void {
		if (told.kind === 'written') return;
		if (told.kind === 'refused') this.scene = { kind: 'choosing', notes: told.notes };
		else if (told.kind === 'progress') this.scene = { ...told, kind: 'reading' };
		else this.scene = told;
	}
}
