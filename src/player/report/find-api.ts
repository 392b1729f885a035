/** How far up the standards say to look. */
const MOST_PARENTS = 7;

interface Frame {
	readonly parent: unknown;
	readonly opener?: unknown;
}

/**
 * The object by which a SCORM platform is spoken to: in a window around this one, or around the one that opened it.
 * A window of another origin gives nothing away, and is passed by.
 */
export function findApi(start: Window, name: 'API' | 'API_1484_11'): unknown {
	const opener = readFrom(start as unknown as Frame, 'opener');
	return climb(start as unknown as Frame, name) ?? (opener ? climb(opener as Frame, name) : undefined);
}

function climb(start: Frame, name: string): unknown {
	let frame = start;
	for (let step = 0; step <= MOST_PARENTS; step++) {
		const found = readFrom(frame, name);
		if (found !== undefined && found !== null) return found;
		const parent = readFrom(frame, 'parent') as Frame | undefined;
		if (!parent || parent === frame) return undefined;
		frame = parent;
	}
	return undefined;
}

function readFrom(frame: Frame, name: string): unknown {
	try {
		return (frame as unknown as Record<string, unknown>)[name];
	} catch {
		return undefined;
	}
}
