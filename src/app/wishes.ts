/**
 * In which languages courses are wished for, the dearest first: the page's own, as the browser would have it ("en-GB" on
 * a page in English), then those of the browser.
 */
export const wishes = (): readonly string[] => [
	...navigator.languages.filter((wish) => wish.startsWith(LANGUAGE)),
	LANGUAGE,
	...navigator.languages
];
