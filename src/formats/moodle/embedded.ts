/**
 * Finds the gaps in a text of Moodle's: `{1:MULTICHOICE:=moon#Yes~sun}`. A backslash takes the meaning from the
 * sign behind it. Takes time in proportion to the text.
 */

export interface WrittenGap {
	readonly weight: string;
	/** In capital letters. */
	readonly type: string;
	/** What stands between the type and the closing brace, as it is written. */
	readonly inside: string;
}

export interface CutText {
	/** One more than there are gaps. */
	readonly pieces: readonly string[];
	readonly gaps: readonly WrittenGap[];
	/** How a gap begins that does not end, or that another one stands in. */
	readonly broken?: string;
}

const START = /\{\s{0,9}(\d{0,5}):\s{0,9}([A-Za-z_]{2,20})\s{0,9}:/g;

export function cutEmbedded(html: string): CutText {
	const pieces: string[] = [];
	const gaps: WrittenGap[] = [];
	const start = new RegExp(START);
	let at = 0;
	for (let found = start.exec(html); found !== null; found = start.exec(html)) {
		const from = start.lastIndex;
		const end = findEnd(html, from);
		const next = new RegExp(START);
		const inside = html.slice(from, end);
		if (end === -1 || next.test(inside))
			return { pieces, gaps, broken: html.slice(found.index, found.index + 40) };
		pieces.push(html.slice(at, found.index));
		gaps.push({ weight: found[1] || '1', type: found[2]!.toUpperCase(), inside });
		at = end + 1;
		start.lastIndex = at;
	}
	return { pieces: [...pieces, html.slice(at)], gaps };
}

function findEnd(html: string, from: number): number {
	for (let at = from; at < html.length; at++) {
		if (html[at] === '\\') at++;
		else if (html[at] === '}') return at;
	}
	return -1;
}

export interface WrittenAnswer {
	/** HTML. */
	readonly text: string;
	/** Of the full marks, from -1 to 1. */
	readonly share: number;
	/** HTML. */
	readonly feedback: string;
}

/** "=California#OK~%50%Arizona#Nearly~Nevada" */
export function cutAnswers(inside: string): readonly WrittenAnswer[] {
	return split(inside, '~')
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '')
		.map((piece) => {
			const [, equals, percent, rest = ''] =
				/^(?:(=)|%(-?\d{1,3}(?:[.,]\d{0,10})?)%)?([^]*)$/.exec(piece) ?? [];
			const [text = '', ...feedback] = split(rest, '#');
			// Some write both: "%100%=Paris".
			const isRight = equals !== undefined || (percent !== undefined && text.startsWith('='));
			const share = percent === undefined ? 0 : Number(percent.replace(',', '.')) / 100;
			return {
				text: unescape(equals === undefined && isRight ? text.slice(1) : text).trim(),
				share: isRight ? 1 : share,
				feedback: unescape(feedback.join('#')).trim()
			};
		});
}

/** At each sign that neither a backslash nor "&" stands before: "&#39;" is one letter. */
function split(text: string, sign: '~' | '#'): readonly string[] {
	const parts: string[] = [];
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === sign && !(sign === '#' && text[at - 1] === '&')) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	return [...parts, text.slice(from)];
}

/** Before letters a backslash is one: "\\frac". */
function unescape(text: string): string {
	return text.replace(/\\([~#{}/"=%\\])/g, '$1');
}
