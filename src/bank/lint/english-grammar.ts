/** Whether an option fits the English words right before it. */

const BLANK = String.raw`\s*(?:_{2,}|…|\.{3}|:)?\s*[.?]?$`;
const ARTICLE = new RegExp(String.raw`\b(an?)${BLANK}`, 'i');
const PLURAL_STEM = new RegExp(
	String.raw`\b(?:are|were|these|those)(?: the| called| known as)?${BLANK}`,
	'i'
);
const SINGULAR_STEM = new RegExp(String.raw`\b(?:is|was|is called|was called|this)${BLANK}`, 'i');
/** Vowel letters that sound like consonants, and the other way round. */
const CONSONANT_SOUND = /^(?:uni|use|usu|eu|one\b|once|u[- ]|ub|uk|ur[ai])/i;
const VOWEL_SOUND = /^(?:hour|honest|honou?r|heir|8|11\b|18\b)/i;

/** `undefined` where the stem asks for neither an article nor a number. */
export function agrees(stem: string, option: string): boolean | undefined {
	const text = option.trim().replace(/^[^\p{L}\p{N}]+/u, '');
	const article = ARTICLE.exec(stem)?.[1]?.toLowerCase();
	if (article) {
		if (isPlural(text)) return false;
		return startsWithVowel(text) === (article === 'an');
	}
	if (PLURAL_STEM.test(stem) || isPluralQuestion(stem)) return isPlural(text);
	if (SINGULAR_STEM.test(stem) || isSingularQuestion(stem)) return !isPlural(text);
	return undefined;
}

function startsWithVowel(text: string): boolean {
	if (VOWEL_SOUND.test(text)) return true;
	return /^[aeiou]/i.test(text) && !CONSONANT_SOUND.test(text);
}

/** Of a short noun phrase; what is longer tells nothing by its last letter. */
function isPlural(text: string): boolean {
	const head = text.replace(/[.!]$/, '').split(/\s+(?:of|in|for|from|with|on|at|to|by)\b/)[0]!;
	if (/^an?\s/i.test(text)) return false;
	if (/\sand\s/.test(head) && head.split(/\s+/).length <= 5) return true;
	return /(?:[^su]s|children|people|men|teeth|feet|mice|geese|lice)$/i.test(head);
}

/** "Which animals are …?" expects several. */
function isPluralQuestion(stem: string): boolean {
	return /\b(?:which|what) (?:\w+ ){0,2}\w{2,}[^su\W]s (?:are|were|have|do)\b[^?]*\?\s*$/i.test(stem);
}

function isSingularQuestion(stem: string): boolean {
	return (
		/\b(?:which|what) (?:\w+ ){0,2}\w+[^s\W] (?:is|was|has|does)\b[^?]*\?\s*$/i.test(stem) &&
		!/^(?:what|which) (?:is|was|of)/i.test(stem)
	);
}
