/** What a person types for a number: separators, percent signs, number words, full-width digits. */

const SCALES: readonly (readonly [name: string, factor: number])[] = [
	['thousand', 1e3],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12],
	['k', 1e3],
	['m', 1e6],
	['bn', 1e9],
	['tn', 1e12],
	['千', 1e3],
	['万亿', 1e12],
	['十万', 1e5],
	['百万', 1e6],
	['千万', 1e7],
	['万', 1e4],
	['亿', 1e8],
	['十亿', 1e9],
	['百亿', 1e10],
	['千亿', 1e11]
];

/** Longest first, so that 万亿 is not read as 万. */
const SCALE_NAMES = [...SCALES].sort(([a], [b]) => b.length - a.length);

// Case is folded before any of these is tried. No group of thousands begins with 0: "0,500" is a half.
const GROUPED = /^[1-9]\d{0,2}([,'’ _\u00a0\u2009\u202f]\d{3})+(\.\d+)?$/;
// "1.319.000" and "1.319,5"; "1.319" alone is a figure with three decimals.
const GROUPED_BY_POINTS = /^[1-9]\d{0,2}((\.\d{3}){2,}|(\.\d{3})+,\d+)$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;
const DECIMAL_COMMA = /^\d+,\d+$/;

export interface TypedNumber {
	/** The figure as typed, before any number word. */
	readonly figure: number;
	/** What the number word multiplies by; 1 without one. */
	readonly factor: number;
	readonly percent: boolean;
}

/**
 * Reads "34.81 trillion", "1,319", "54 400", "32.17 %", "13.19亿", "－5". `unit` may be repeated by the
 * learner and is dropped. A comma with exactly three digits behind it separates thousands; any other
 * single comma is a decimal comma. Two points, or a point before a comma, separate thousands.
 *
 * @returns `undefined` where the text is no number: not gradable, which is not the same as wrong
 */
export function parseNumber(text: string, unit = ''): TypedNumber | undefined {
	if (text.length > 100) return undefined;
	let rest = withoutUnit(fold(text), unitName(fold(unit))).replace(/^[≈~$€£¥]\s*/, '');
	const negative = /^[-−–]/.test(rest);
	rest = rest.replace(/^[-−–+]\s*/, '');
	const digits = /^[\d.,'’ _\u00a0\u2009\u202f]*\d\.?(e[+-]?\d+)?/.exec(rest)?.[0] ?? '';
	const figure = parseFigure(digits.trim());
	if (figure === undefined) return undefined;

	let words = rest.slice(digits.length).trim();
	const percent = /^(%|percent|per cent)/.test(words);
	words = words.replace(/^(%|percent|per cent)/, '').trim();
	const scale = leadingScale(words);
	if (words !== (scale?.name ?? '')) return undefined;
	return { figure: negative ? -figure : figure, factor: scale?.factor ?? 1, percent };
}

/** The number word a unit begins with: 1e6 for "million stations", 1 for "stations". */
export function unitFactor(unit: string): number {
	return leadingScale(fold(unit))?.factor ?? 1;
}

/**
 * Every value, in `unit`, that the text may stand for. "5.44", "5.44 million" and "5,440,000" all
 * say the same where the unit is "million stations"; "50 %" is 0.5 as well where there is no unit.
 */
export function readInUnit(text: string, unit = ''): readonly number[] {
	const typed = parseNumber(text, unit);
	if (typed === undefined) return [];
	if (typed.percent && unit === '') return [typed.figure, typed.figure / 100];
	const factor = unitFactor(unit);
	if (typed.factor !== 1) return [(typed.figure * typed.factor) / factor];
	return factor === 1 ? [typed.figure] : [typed.figure, typed.figure / factor];
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase().trim();
}

function parseFigure(digits: string): number | undefined {
	if (PLAIN.test(digits)) return finite(Number(digits));
	if (GROUPED.test(digits)) return finite(Number(digits.replace(/[^\d.]/g, '')));
	if (GROUPED_BY_POINTS.test(digits)) return finite(Number(digits.replaceAll('.', '').replace(',', '.')));
	if (DECIMAL_COMMA.test(digits)) return finite(Number(digits.replace(',', '.')));
	return undefined;
}

function finite(value: number): number | undefined {
	return Number.isFinite(value) ? value : undefined;
}

/** A Latin number word must end where a word ends: "m" is no part of "metres", "m²" or "m/s". */
function leadingScale(words: string): { name: string; factor: number } | undefined {
	const hit = SCALE_NAMES.find(
		([name]) => words.startsWith(name) && !(/^[a-z]/.test(name) && /^[a-z\d/]/.test(words.slice(name.length)))
	);
	return hit && { name: hit[0], factor: hit[1] };
}

/** "stations" of "million stations". */
function unitName(unit: string): string {
	return unit.slice(leadingScale(unit)?.name.length ?? 0).trim();
}

/** A unit may hold digits ("4G sites"), so it goes before the figure is read. */
function withoutUnit(text: string, name: string): string {
	if (name === '' || !text.endsWith(name)) return text;
	const rest = text.slice(0, -name.length);
	// The "g" of "5 mg" is no gram, and "54g sites" are not five.
	const isFused = /^\d/.test(name) ? !/\s$/.test(rest) : /^[a-z]/.test(name) && /[a-z]$/.test(rest);
	return isFused ? text : rest.trim();
}
