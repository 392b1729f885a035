import type { CourseEntry } from '#core/catalogue.ts';
import type { FindableKind } from '#core/search.ts';
import { searchShelf, type HitsOfKind, type Limits, type Shelf } from '#core/search-shelf.ts';
import { listQueryWords } from '#core/search-words.ts';
import { LibraryError } from './library.ts';
import { readShelf, type Files } from './search-shelves.ts';

/** A course as it is shown, and as it was written: the one in the language that the browser wishes for. */
export interface Listed {
	readonly shown: CourseEntry;
	readonly original: CourseEntry;
}

/** What was found in one course. */
export interface FoundInCourse {
	/** In the language in which it was found. */
	readonly course: CourseEntry;
	/** That is another language than the one in which the course is shown. */
	readonly isElsewhere: boolean;
	readonly kinds: readonly HitsOfKind[];
}

interface Opened {
	readonly course: CourseEntry;
	readonly shelf: Shelf;
}

/** As many as one looks at; each keystroke draws them anew. */
const AT_FIRST: Limits = { claim: 6, lesson: 3, question: 6 };
const MORE = 20;

/** Searches every course in the language in which it is shown; in its others where that one has nothing. */
export class SearchPage {
	query = $state('');
	/** A course is not on this device, and there is no network. */
	isMissing = $state(false);
	#limits = $state.raw(AT_FIRST);
	/** By course id. */
	#shown = $state.raw<ReadonlyMap<string, Opened>>(new Map());
	#elsewhere = $state.raw<ReadonlyMap<string, readonly Opened[]>>(new Map());
	/** By the address of its index: what is done of making a course ready; 1 is all. */
	#shares = $state.raw<ReadonlyMap<string, number>>(new Map());

	readonly isAsked: boolean = $derived(listQueryWords(this.query).length > 0);
	readonly found: readonly FoundInCourse[] = $derived.by(() => this.#find());
	/** Of all that is being made ready. */
	readonly share: number = $derived(meanOf([...this.#shares.values()]));
	/** Whether more may be found in a moment. */
	readonly isReading: boolean = $derived(this.share < 1);

	readonly #listed: readonly Listed[];
	readonly #files: Files;
	readonly #leaving = new AbortController();
	#hasLookedElsewhere = false;

	constructor(listed: readonly Listed[], files: Files) {
		this.#listed = listed;
		this.#files = files;
	}

	/** Again, after something was missing. */
	async start(): Promise<void> {
		this.isMissing = false;
		await Promise.all(
			this.#listed.map(async ({ shown }) => {
				const opened = await this.#open(shown);
				if (opened) this.#shown = new Map(this.#shown).set(shown.id, opened);
				else this.isMissing = true;
			})
		);
		await this.#lookElsewhere();
	}

	/** Work that is still going on is given up. */
	stop(): void {
		this.#leaving.abort();
	}

	ask(query: string): void {
		if (query === this.query) return;
		this.query = query;
		this.#limits = AT_FIRST;
		void this.#lookElsewhere();
	}

	showMore(kind: FindableKind): void {
		this.#limits = { ...this.#limits, [kind]: this.#limits[kind] + MORE };
	}

	#find(): readonly FoundInCourse[] {
		if (!this.isAsked) return [];
		return this.#listed.flatMap(({ shown: { id } }) => {
			const own = this.#shown.get(id);
			const found = own ? this.#findIn(own, false) : [];
			if (found.length > 0) return found;
			return (this.#elsewhere.get(id) ?? []).flatMap((opened) => this.#findIn(opened, true));
		});
	}

	#findIn({ course, shelf }: Opened, isElsewhere: boolean): readonly FoundInCourse[] {
		const kinds = searchShelf(shelf, this.query, this.#limits);
		return kinds.length === 0 ? [] : [{ course, isElsewhere, kinds }];
	}

	/** Whoever types Chinese into an English course means the Chinese one. */
	async #lookElsewhere(): Promise<void> {
		const isAllRead = this.#shown.size === this.#listed.length;
		if (this.#hasLookedElsewhere || !isAllRead || !this.isAsked || this.found.length > 0) return;
		this.#hasLookedElsewhere = true;
		await Promise.all(
			this.#listed.map(async (listed) => {
				const opening = (await this.#readOthers(listed)).map((course) => this.#open(course));
				const opened = (await Promise.all(opening)).filter((each) => each !== undefined);
				this.#elsewhere = new Map(this.#elsewhere).set(listed.shown.id, opened);
			})
		);
	}

	/** The course in all languages but the one in which it is shown; those that can be had. */
	async #readOthers({ shown, original }: Listed): Promise<readonly CourseEntry[]> {
		const addresses = Object.entries(original.translations).filter(
			([language]) => language !== shown.language
		);
		const translated = await Promise.all(
			addresses.map(([, address]) => this.#files.readFile(address).catch(() => undefined))
		);
		const others = original.language === shown.language ? translated : [original, ...translated];
		return (others as (CourseEntry | undefined)[]).filter((each) => each !== undefined);
	}

	/** `undefined` where it is not on this device, or is waited for no more. */
	async #open(course: CourseEntry): Promise<Opened | undefined> {
		const onprogress = (share: number): void => {
			this.#shares = new Map(this.#shares).set(course.index, share);
		};
		const { signal } = this.#leaving;
		onprogress(0);
		try {
			return { course, shelf: await readShelf(course, this.#files, onprogress, signal) };
		} catch (error) {
			if (!(error instanceof LibraryError) && !signal.aborted) throw error;
			return undefined;
		} finally {
			onprogress(1);
		}
	}
}

function meanOf(shares: readonly number[]): number {
	return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
