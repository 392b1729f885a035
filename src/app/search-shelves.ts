import type { CourseEntry, SearchPart } from '#core/catalogue.ts';
import { indexFindables } from '#core/search-index.ts';
import { listFindables, makeShelf, warmUp, type Shelf } from '#core/search-shelf.ts';
import { runInSlices } from './in-slices.ts';
import type { Library } from './library.ts';

/** A browser asks for no more at a time from one host. */
const AT_A_TIME = 4;
/** The share of the work that is done when all files are there. */
const FETCHED = 0.3;

/** By the address of a course's index, which changes with the course: whoever comes back waits for nothing. */
const kept = new Map<string, Shelf>();

export interface Files {
	readonly library: Pick<Library, 'readIndex'>;
	/** By its address below the site's base. Rejects with a `LibraryError`. */
	readonly readFile: (address: string) => Promise<unknown>;
}

/**
 * Rejects with a `LibraryError`, or with the signal's reason.
 *
 * @param onprogress hears the share that is done
 */
export async function readShelf(
	course: CourseEntry,
	{ library, readFile }: Files,
	onprogress: (share: number) => void,
	signal: AbortSignal
): Promise<Shelf> {
	const known = kept.get(course.index);
	if (known) return known;
	const index = await library.readIndex(course);
	const addresses = index.search ?? [];
	const parts: SearchPart[] = [];
	while (parts.length < addresses.length) {
		const next = addresses.slice(parts.length, parts.length + AT_A_TIME);
		// Written by our own build and fetched under their hash: their shape is not checked again.
		parts.push(...((await Promise.all(next.map(readFile))) as SearchPart[]));
		signal.throwIfAborted();
		onprogress((FETCHED * parts.length) / addresses.length);
	}
	const work = indexFindables(listFindables(parts));
	const onindexed = (share: number): void => onprogress(FETCHED + (1 - FETCHED) * share);
	const shelf = makeShelf(await runInSlices(work, onindexed, signal), index);
	await runInSlices(warmUp(shelf), () => undefined, signal);
	kept.set(course.index, shelf);
	return shelf;
}
