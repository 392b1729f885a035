/** Numbers that are spelt out, as digits: "three legs" as "3 legs", "twenty-five per cent" as "25%". */

const SMALL =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SPELT = new RegExp(
	String.raw`\b(?:(${TENS.join('|')})(?:-(${SMALL.slice(1, 10).join('|')}))?|(${SMALL.join('|')}))\b`,
	'gi'
);

export function readNumerals(text: string): string {
	return text
		.replace(SPELT, (_, tens?: string, ones?: string, small?: string) =>
			String(small ? rankOf(SMALL, small) : (rankOf(TENS, tens!) + 2) * 10 + rankOf(SMALL, ones ?? 'zero'))
		)
		.replace(/(\d)\s*(?:%|per ?cent\b)/gi, '$1%');
}

function rankOf(words: readonly string[], word: string): number {
	return words.indexOf(word.toLowerCase());
}
