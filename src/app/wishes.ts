/** In which languages courses are wished for, the dearest first: the page's own, then those of the browser. */
export const wishes = (): readonly string[] => [LANGUAGE, ...navigator.languages];
