/**
 * The language to show, of those there are: the first wish that one of them fulfils, to the letter or
 * else by its primary subtag ("zh-CN" is fulfilled by "zh"); else the language in which it was written.
 *
 * @param own BCP 47 tag of the language in which it was written
 * @param wishes BCP 47 tags, the dearest first
 */
export function pickLanguage(own: string, others: readonly string[], wishes: readonly string[]): string {
	for (const wish of wishes) {
		const all = [own, ...others];
		const found =
			all.find((language) => language === wish) ?? all.find((each) => primary(each) === primary(wish));
		if (found !== undefined) return found;
	}
	return own;
}

function primary(tag: string): string {
	return tag.toLowerCase().split('-', 1)[0]!;
}
