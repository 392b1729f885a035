/** Cuts text into what is counted: words, and single characters in scripts without spaces between words. */

export interface Token {
	/** Normalised: width, case and the form of the apostrophe do not count. */
	readonly word: string;
	/** In UTF-16 units of the text. */
	readonly start: number;
	readonly end: number;
	readonly isCharacter: boolean;
}

const CHARACTER = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const LETTERS = `(?:(?![${CHARACTER}])[\\p{L}\\p{M}\\p{N}])+`;
/** "5.44" and "author's" are one word each; "big-power" is two. */
const TOKEN = new RegExp(
	`[${CHARACTER}]|${LETTERS}(?:(?:(?<=\\p{N})[.,](?=\\p{N})|['’](?=\\p{L}))${LETTERS})*`,
	'gu'
);
const ONE_CHARACTER = new RegExp(`^[${CHARACTER}]$`, 'u');

export function splitTokens(text: string): readonly Token[] {
	return [...text.matchAll(TOKEN)].map(({ 0: raw, index }) => ({
		word: raw.normalize('NFKC').toLowerCase().replaceAll('’', "'"),
		start: index,
		end: index + raw.length,
		isCharacter: ONE_CHARACTER.test(raw)
	}));
}

/** Shorter words are mostly grammar: "the", "of", "is". */
const LEAST_LETTERS = 4;

/**
 * What two wordings may have in common: words of four letters and more, words with a digit, and pairs of
 * neighbouring characters, since most Chinese words have two.
 */
export function listTraits(text: string): ReadonlySet<string> {
	const tokens = splitTokens(text);
	return new Set(
		tokens.flatMap(({ word, end, isCharacter }, index) => {
			if (!isCharacter) return word.length >= LEAST_LETTERS || /\p{N}/u.test(word) ? [word] : [];
			const next = tokens[index + 1];
			return next?.isCharacter && next.start === end ? [word + next.word] : [];
		})
	);
}
