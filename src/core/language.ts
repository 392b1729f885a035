/**
 * The language to show, of those there are: the first wish that one of them fulfils, by its primary
 * subtag ("zh-CN" is fulfilled by "zh"); else the language in which it was written.
 *
 * @param own BCP 47 tag of the language in which it was written
 * @param wishes BCP 47 tags, the dearest first
 */
export function pickLanguage(own: string, others: readonly string[], wishes: readonly string[]): string {
	for (const wish of wishes) {
		const found = [own, ...others].find((language) => primary(language) === primary(wish));
		if (found !== undefined) return found;
	}
	return own;
}

function primary(tag: string): string {
	return tag.toLowerCase().split('-', 1)[0]!;
}
