/** How English words are compared, and how an English stem says no. */

const STOP_WORDS = new Set(
	(
		'a an the this that these those it its they them their he she his her him we us our you your i my me one ones ' +
		'is are was were be been being am do does did done has have had having can could will would shall should may might must ' +
		'and or but nor so if then than as at by for from in into of off on onto out over to up with without within about after ' +
		'before between during through under above below against among because while until per via not no yes only just also too ' +
		'very more most less least much many few some any each every all both other another such own same there here when where ' +
		'why how what which who whom whose following answer option statement true false correct according say says said ' +
		'stated article author report text passage called call name mean means meaning describe describes happen happens likely best main mainly ' +
		'get gets got make makes made take takes use used using become becomes thing things something kind sort type way ways ' +
		'choose select pick two three four five apply'
	).split(' ')
);

/** Words that carry meaning, without endings. */
export function makeStemmer(): (text: string) => readonly string[] {
	return (text) =>
		(
			text
				.normalize('NFKC')
				.toLowerCase()
				.replace(/[’']s?\b/g, '')
				.match(/\d[\d,.]*\d|\d|[\p{L}]+(?:-[\p{L}]+)*/gu) ?? []
		)
			.flatMap((word) => word.split('-'))
			.filter((word) => word !== '' && !STOP_WORDS.has(word))
			.map(stem);
}

/** Cuts common endings: enough to see "freezing" in "freezes", and no dictionary. */
function stem(word: string): string {
	if (/\d/.test(word)) return word.replace(/,/g, '');
	if (word.length < 4) return word;
	const bare = word
		.replace(/(?:ies|ied|y)$/, 'i')
		.replace(/(?:sses)$/, 'ss')
		.replace(/(?<![su])s$/, '')
		.replace(/(?:ations?|ation)$/, 'at')
		.replace(/(?:ing|ed|er|ers|or|ors|ly|ment|ness|ful|e)$/, (ending) =>
			word.length - ending.length >= 3 ? '' : ending
		);
	return bare.replace(/([bdfgmnprt])\1$/, '$1').replace(/e$/, '');
}

const QUOTED = /[“"‘«]([^”"’»]{1,40})[”"’»]|\*+[^*]+\*+/g;
const NEGATIVE =
	/\b(?:not|(?<=\b(?:is|are|was|were) )no(?! longer)|least(?= (?:likely|well|\w{3,}(?:ful|able|ible|al|ive|ous|ant|ent|ic|ate|ed|ly)\b))|never|incorrect|false|wrong|untrue|cannot|incorrectly)\b|n['’]t\b/gi;
/** A condition may be negative without the question being so. */
const SUBORDINATE =
	/\b(?:when|if|because|that|who|while|unless|although|since|where|after|before|until|whose)\b|[,;:]|\bnot only\b|\bnot-|\bat least\b|\bnot (?:yet|until|long)\b/i;

/** "Name the metal that is not …": the question in a relative clause. */
const TOLD =
	/^\s*(?:please )?(?:identify|name|find|choose|select|pick|mark|tick|give|state) (?:the|one|an?)\b[^.,;:?]*?\b(?:that|which|who) (?:(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should|must) ?)?(not|never|cannot|n['’]t)\b/i;

const VERDICT_QUESTION = /\bwhich\b/i;

/** The words that turn the question round: "which is NOT", "all except". A negative fact asked for as such is none. */
export function findNegatives(stem: string): readonly string[] {
	const plain = stem.replace(QUOTED, ' ');
	// At the end: "every guild except the smiths" is a part of the question.
	const except = /\b(except)(?:\s+(?:for )?(?:one|which|what)(?: one)?)?[\s?.:…_]*$/i.exec(plain);
	if (except) return [except[1]!];
	const told = TOLD.exec(plain)?.[1];
	if (told) return [told];
	const question = /\b(?:which|what|who)\b[^?.!]*/i.exec(plain)?.[0] ?? '';
	const found = [...question.matchAll(NEGATIVE)].filter(
		({ index }) =>
			!SUBORDINATE.test(
				question.slice(question.search(/\s/), index + 10).replace(/\b(?:that|who) follow/, '')
			)
	);
	// "What is wrong with …?" asks for what is so.
	const isVerdict = /^(?:false|wrong|incorrect|untrue)$/i;
	return found
		.map(([word]) => word)
		.filter((word) => !isVerdict.test(word) || VERDICT_QUESTION.test(question));
}
