/** A stretch of a lesson; with `claim`, the words that tell that claim. */
export interface LessonPart {
	readonly text: string;
	readonly claim?: string;
}

const LINK = /\[([^[\]]+)\]\(([a-z0-9-]+)\)/g;

/** Cuts "The report counts [5.44 million stations](base-stations)." at its links. */
export function parseLesson(paragraph: string): readonly LessonPart[] {
	const parts: LessonPart[] = [];
	let from = 0;
	for (const link of paragraph.matchAll(LINK)) {
		if (link.index > from) parts.push({ text: paragraph.slice(from, link.index) });
		parts.push({ text: link[1]!, claim: link[2]! });
		from = link.index + link[0].length;
	}
	if (from < paragraph.length) parts.push({ text: paragraph.slice(from) });
	return parts;
}

export function makeLesson(parts: readonly LessonPart[]): string {
	return parts.map(({ text, claim }) => (claim === undefined ? text : `[${text}](${claim})`)).join('');
}
