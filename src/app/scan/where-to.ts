import { parseParcel } from '#formats/parcel.ts';

/** Pages that take in what codes hold, by what it is. */
const PAGES = { course: '/author/import', assignment: '/assignment', result: '/author/class' } as const;

/** Where the code leads within the app: "/assignment#G1.…"; `undefined` for a code that is not ours. */
export function whereTo(text: string): string | undefined {
	const { kind } = parseParcel(text);
	const parcel = /G\d+\.[a-z]+\.[0-9a-f]{8}\.[A-Za-z0-9_-]*/.exec(text)?.[0];
	return kind && parcel ? `${PAGES[kind]}#${parcel}` : undefined;
}
