/**
 * Cuts text into the words by which it is found. What is searched and what is typed go through the same knife.
 *
 *     "The e-commerce of 1,200 sites"  →  the, e, commerce, ecommerce, of, 1200, sites
 *     "网络强国"                        →  网络, 络强, 强国, 国
 *
 * Chinese and Japanese have no spaces: pairs of neighbours stand for words, since most Chinese words have two
 * characters. The last of a run stands alone, so that every single character is the beginning of some word.
 */

/**
 * `start` and `end` are in UTF-16 units of the text; `isExtra` tells a word that the words before it say
 * already: a compound behind its words, and the last character behind its pair.
 */
export type TakeWord = (word: string, start: number, end: number, isExtra: boolean) => void;

/** Longer words are cut: nobody tells them apart by what comes later. In UTF-16 units, folded. */
const LONGEST_WORD = 40;
/** Before folding, a letter may carry many marks. */
const LONGEST_RAW = 4 * LONGEST_WORD;
/** Nobody types as many; whoever pastes a page finds by its beginning. */
const MOST_WORDS = 60;
const LONGEST_QUERY = 1000;

export function eachWord(text: string, take: TakeWord): void {
	for (let at = 0; at < text.length;) {
		const kind = kindAt(text, at);
		if (kind === LETTER) at = takeCompound(text, at, take);
		else if (kind === CHARACTER) at = takeCharacters(text, at, take);
		else at += unitsAt(text, at);
	}
}

/** What a text must hold to fit the query, each once. A word that begins another one asks for nothing more. */
export function listQueryWords(query: string): readonly string[] {
	const words = new Set<string>();
	eachWord(query.slice(0, LONGEST_QUERY), (word, _start, _end, isExtra) => {
		if (!isExtra && words.size < MOST_WORDS) words.add(word);
	});
	return [...words].sort().filter((word, index, sorted) => !sorted[index + 1]?.startsWith(word));
}

/** Where the first `length` units of a folded word end in the text. */
export function endOfBeginning(text: string, start: number, end: number, length: number): number {
	let at = start;
	while (at < end && foldWord(text.slice(start, at)).length < length) at += unitsAt(text, at);
	while (at < end && IS_MARK.test(text.slice(at, at + unitsAt(text, at)))) at += unitsAt(text, at);
	return at;
}

/** Whether its whole is no more than one Chinese or Japanese character. */
export function isOneCharacter(word: string): boolean {
	return word.length === unitsAt(word, 0) && kindAt(word, 0) === CHARACTER;
}

const UNKNOWN = 0;
const OTHER = 1;
const LETTER = 2;
const CHARACTER = 3;

const IS_CHARACTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ]$/u;
const IS_LETTER = /^[\p{L}\p{M}\p{N}]$/u;
const IS_MARK = /^\p{M}$/u;
const IS_DIGIT = /^\p{N}$/u;
/** Nothing to fold: small Latin letters, digits and the common Chinese characters. */
const IS_PLAIN = /^[a-z0-9\u4e00-\u9fff]*$/;
const HYPHENS = '-‐‑';
const APOSTROPHES = "'’";

/** By UTF-16 unit: asking the tables of Unicode for each sign of a large bank takes seconds. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
	if (at >= text.length) return OTHER;
	const unit = text.charCodeAt(at);
	const known = kinds[unit]!;
	if (known !== UNKNOWN) return known;
	const sign = text.slice(at, at + unitsAt(text, at));
	const kind = IS_CHARACTER.test(sign) ? CHARACTER : IS_LETTER.test(sign) ? LETTER : OTHER;
	// The first half of a pair of units says nothing about the sign.
	if (sign.length === 1) kinds[unit] = kind;
	return kind;
}

/** How many UTF-16 units the sign takes. */
function unitsAt(text: string, at: number): number {
	return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** "state-of-the-art" is four words and a compound. Returns where to go on, as the functions below do. */
function takeCompound(text: string, from: number, take: TakeWord): number {
	let start = from;
	let end = takeWord(text, start, take);
	while (isHyphen(text, end) && kindAt(text, end + 1) === LETTER) {
		start = end + 1;
		end = takeWord(text, start, take);
	}
	if (start > from) hand(text, from, end, true, take);
	return end;
}

function takeWord(text: string, start: number, take: TakeWord): number {
	let at = start;
	while (kindAt(text, at) === LETTER || isInside(text, at)) at += unitsAt(text, at);
	hand(text, start, at, false, take);
	return at;
}

function takeCharacters(text: string, from: number, take: TakeWord): number {
	for (let at = from; ;) {
		const next = at + unitsAt(text, at);
		const isLast = kindAt(text, next) !== CHARACTER;
		hand(text, at, isLast ? next : next + unitsAt(text, next), isLast && at > from, take);
		if (isLast) return next;
		at = next;
	}
}

function hand(text: string, start: number, end: number, isExtra: boolean, take: TakeWord): void {
	const word = foldWord(text.slice(start, Math.min(end, start + LONGEST_RAW))).slice(0, LONGEST_WORD);
	if (word !== '') take(word, start, end, isExtra);
}

function isHyphen(text: string, at: number): boolean {
	return at < text.length && HYPHENS.includes(text.charAt(at));
}

/** The point of "5.44", the comma of "1,200", the apostrophe of "author's". */
function isInside(text: string, at: number): boolean {
	const sign = text.charAt(at);
	if (sign === '.' || sign === ',') return isDigit(text, at - 1) && isDigit(text, at + 1);
	return sign !== '' && APOSTROPHES.includes(sign) && kindAt(text, at + 1) === LETTER;
}

function isDigit(text: string, at: number): boolean {
	return at >= 0 && at < text.length && IS_DIGIT.test(text.charAt(at));
}

/** Letters that are one of their own to Unicode, and another one's form to whoever types. */
const FORMS = new Map(Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' }));
const IS_FORM = /[ßæœøłđıς]/g;

/**
 * Case, width, accents and the signs inside a word do not count. What is made of parts stays taken apart, so that
 * a Korean syllable is found while it is typed.
 */
function foldWord(raw: string): string {
	if (IS_PLAIN.test(raw)) return raw;
	return raw
		.normalize('NFKD')
		.replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
		.toLowerCase()
		.replace(/[-‐‑'’,]/g, '')
		.replace(IS_FORM, (letter) => FORMS.get(letter)!);
}
