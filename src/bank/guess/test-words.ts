/**
 * Words by which the test-wise tell a wrong option from a right one: a writer overstates what is to be wrong
 * and hedges what is to be right. After Millman, Bishop and Ebel, "An analysis of test-wiseness", 1965,
 * II.B ("specific determiners").
 */

interface TestWords {
	readonly absolute: RegExp;
	readonly hedging: RegExp;
}

/** By the first part of a BCP 47 tag. In other languages the two strategies decide nothing. */
const TEST_WORDS: Readonly<Record<string, TestWords>> = {
	en: {
		absolute:
			/\b(all|always|any|anyone|anything|cannot|completely|entirely|every|everyone|everything|everywhere|exactly|exclusively|fully|impossible|must|never|no|nobody|none|nothing|only|solely|totally|wholly)\b/giu,
		hedging:
			/\b(about|almost|among|approximately|around|can|could|generally|largely|likely|mainly|many|may|might|most|mostly|often|partly|perhaps|possibly|probably|rather|roughly|seldom|some|sometimes|tends?|typically|usually)\b/giu
	},
	zh: {
		absolute:
			/所有|一切|全部|任何|完全|彻底|总是|始终|永远|从不|从未|绝不|绝对|必须|必定|一定|唯一|只有|只能|仅仅|毫无|不可能/gu,
		hedging:
			/可能|也许|或许|大概|大约|左右|通常|往往|一般|常常|有些|部分|某些|大多|多数|几乎|基本|主要|较为/gu
	}
};

/** How many there are, or `undefined` in a language without a list. */
export function countTestWords(text: string, language: string, sort: keyof TestWords): number | undefined {
	const words = TEST_WORDS[language.split('-')[0] ?? '']?.[sort];
	return words && (text.match(words) ?? []).length;
}
