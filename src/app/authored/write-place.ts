/** What is open at the author's desk, as the address says it: a reload stays where one was, and Back leads out. */

export interface WritePlace {
	readonly article?: boolean;
	/** File of a section. */
	readonly section?: string;
	/** Its place in the section. */
	readonly question?: number;
	/** BCP 47 tag: the translation of what is open, beside it. */
	readonly language?: string;
}

/** `query`: of the address. */
export function readPlace(query: string): WritePlace {
	const said = new URLSearchParams(query);
	const [section, question, language] = ['section', 'question', 'language'].map((name) => said.get(name));
	return {
		...(said.has('article') && { article: true }),
		...(typeof section === 'string' && { section }),
		...(typeof question === 'string' && { question: Number(question) }),
		...(typeof language === 'string' && { language })
	};
}

/** With the question mark. */
export function writePlace(course: string, { article, section, question, language }: WritePlace): string {
	const query = new URLSearchParams({
		course,
		...(article && { article: '1' }),
		...(section !== undefined && { section }),
		...(question !== undefined && { question: String(question) }),
		...(language !== undefined && { language })
	});
	return `?${query}`;
}
