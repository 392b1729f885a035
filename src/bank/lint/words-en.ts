import { findNegatives, makeStemmer } from './english.ts';
import type { Words } from './words.ts';
import { agrees } from './english-grammar.ts';
import { readNumerals } from './english-numbers.ts';

const NUMBER = String.raw`[$€£¥]?\s?-?\d[\d,]*(?:\.\d+)?`;
const COUNT = String.raw`(?:two|three|four|five|six|seven|\d)`;
const LETTER = String.raw`(?:\(?[a-h]\)?|\(?[1-8]\)?|\(?i{1,3}v?\)?|\(?iv\)?)`;
const OTHERS = String.raw`(?:these|those(?! (?:who|whose|that|which|with|in|on|at|of|from)\b)|them|the (?:above|others?|options?|answers?|choices?|statements?|reasons?|previous|(?:${COUNT}|\w+ (?:above|below|listed|mentioned|named|given|shown))(?=(?: above| below| here)?\W*$))|what is (?:listed|mentioned|named|given|shown))`;
const PLACE = String.raw`(?:first|second|third|fourth|last|former|latter)`;
const NAMED = String.raw`(?:options?|answers?|choices?)`;

export const ENGLISH: Words = {
	contentOf: makeStemmer(),
	atomsOf: makeStemmer(),
	leastNews: 1,
	widthOf: (text) => text.trim().length,
	loadOf: (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
	unit: 'words',
	budgets: { prompt: 50, passage: 90, option: 20 },
	leastWidthGap: 18,

	allOfTheAbove: new RegExp(
		String.raw`^\W*(?:(?:(?:for|in|by|from) )?(?:all|each|any|every one)(?: ${COUNT})?(?: of)? ${OTHERS}\b.*|all (?:answers|options|choices|statements)?\s*(?:are|is) (?:correct|right|true)|all ${COUNT}(?: of them)?|all (?:apply|of them)|everything (?:above|listed|mentioned).*)\W*$`,
		'i'
	),
	noneOfTheAbove: new RegExp(
		String.raw`^\W*(?:(?:none|neither|not (?:a single )?one|not any)(?: of)? ${OTHERS}\b.*|none|neither|none apply|no (?:correct|right) answer.*|no ${NAMED} (?:(?:is|are) (?:correct|right|true|valid)|fits?|appl(?:y|ies))|nothing (?:above|listed|mentioned).*|(?:something|anything) else|other|another answer|[^.;:]*\b(?:none|neither) of (?:these|those|the above))\W*$`,
		'i'
	),
	combination: new RegExp(
		String.raw`^\W*(?:(?:both|only|options?|answers?|either|statements?)\s+)*${LETTER}(?:\s*,\s*${LETTER})*\s*,?\s*(?:and|&|or)\s+(?:option\s+)?${LETTER}(?:\s+only|\s+are (?:both |all )?(?:correct|right|true))?\W*$|^\W*both (?:of )?(?:${OTHERS}|are (?:correct|right|true)|answers?|options?|statements?)\b.*$|^\W*(?:(?:both|either) )?(?:the )?${PLACE}(?: two| three)?(?: ${NAMED})?(?: (?:and|or) (?:the )?${PLACE})? (?:${NAMED}|above|only)\W*$|^\W*both\W*$|^\W*the (?:first|last) two\W*$`,
		'i'
	),

	asks: /\?|_{2,}|…|\.{3}|\(\s*\)|(?:^|[.:;,]\s+|\bthen )(?:please\s+)?(?:choose|select|pick|mark|tick|match|put|sort|order|arrange|name|give|write|type|state|complete|fill|estimate|guess|calculate|compute|work out|find|identify|list|finish|enter|say|tell|decide|round|convert|translate|solve|add|read|place|rank|group|assign|drag|explain)\b/i,
	leads:
		/\b(?:is|are|was|were|be|been|an?|the|to|by|of|in|from|into|on|at|with|for|because|called|named|known as|that|means?|as|than|has|have|can|will|must|should)\s*:?\s*$|^(?:when|if|after|before|once|while|because|since|although|unless)\b[^,]*,\s+\S/i,
	formulas: [
		/(?:according to the \w+,?\s*)?\b(?:which|what)(?:\s+one)?\s+(?:of\s+)?(?:(?:the|these)\s+)?(?:following\s*|two\s+|three\s+|four\s+)?(?:statements?|options?|answers?|sentences?|claims?|choices?|these)?(?:\s+(?:below|listed))?\s*(?:(?:about|on|regarding|concerning)(?<topic>\s.*?)\s+)?(?:is|are|can be said to be)\s+(?:most\s+)?(?:true|correct|right|false|incorrect|wrong|untrue|not true|not correct|accurate|supported|valid)(?<rest>\b[^?]*)\??/i,
		/\b(?:choose|select|pick|mark|tick|find|identify) (?:the )?(?:one )?(?:true|correct|right|false|incorrect|wrong) (?:statement|sentence|claim|option|answer|one)s?\b(?<rest>[^.?]*)[.?]?/i,
		/\bwhich (?:one )?of (?:the following|these)(?: statements| sentences)? (?:best )?(?:applies|apply|holds?|fits?)\b(?<rest>[^?]*)\??/i,
		/\bwhat (?:can|could|may|might) (?:be said|(?:we|you|one) say) (?:about|of|on)\b(?<rest>[^?]*)\??/i,
		/\bwhat (?:do|did) you (?:know|learn) (?:about|of)\b(?<rest>[^?]*)\??/i,
		/\bwhat is (?:true|known|right|correct) (?:about|of)\b(?<rest>[^?]*)\??/i
	],
	countWord: /^\W*(?:all|none|neither|both|every one)(?: of (?:them|it))?\W*$/i,
	asksQuantity: /\bhow (?:many|much)\b|\b(?:what|which) (?:number|share|percentage|proportion)\b/i,
	findNegatives,
	howMany: new RegExp(
		String.raw`\ball (?:that|which|those|the|of|correct|right|statements?|answers?|options?)\b|\b(?:choose|select|pick|mark|tick|check|name)\s+(?:all|every|each|any|${COUNT}|as many|the ${COUNT})\b|\b(?:which|what|the|exactly|any)\s+${COUNT}\b|\bthere are ${COUNT}\b|\b${COUNT} (?:of (?:the|these)|answers?|options?|are|correct)\b|\b(?:more than one|one or more|several)\b.*\b(?:answers?|options?|may|can|is|are)\b|\(${COUNT}\)`,
		'i'
	),
	attribution:
		/\baccording to\b|\bin the (?:view|opinion|judge?ment|eyes|words|reading) of\b|\b(?:as|for) (?:\S+ ){1,3}(?:sees?|saw|puts?|holds?|held|tells?|told) (?:it|this|things)\b|\b(?:article|author|report|text|writer|source|passage|essay|editorial|column|columnist|paper|speaker|speech|paragraph|sentence|opening|conclusion|translation|critic|reviewer|review|commentator|interviewee|newspaper|blog|book|survey|study|letter|guide|handbook|committee|council|panel)(?:'s|’s|s)?\b|\bin (?:\w+(?:'s|’s)|his|her|their) (?:view|opinion|judge?ment|eyes|mind|account)\b|\b(?:argue[sd]?|recommend(?:s|ed)?|advise[sd]?|claim(?:s|ed)?|call(?:s|ed)? for|maintain(?:s|ed)?|believe[sd]?|contend(?:s|ed)?|insist(?:s|ed)?|urge[sd]?|consider(?:s|ed)?|deem(?:s|ed)?|thinks?|thought|complain(?:s|ed)?|admire[sd]?|dislike[sd]?|prefer(?:s|red)?|propose[sd]?|suggest(?:s|ed)?|defend(?:s|ed)?|warn(?:s|ed)?|regard(?:s|ed)?|blame[sd]?|praise[sd]?|critici[sz]e[sd]?)\b/i,

	absolute:
		/\b(?:always|never|nobody|no one|everyone|everybody|everything|nothing|entirely|completely|totally|absolutely|impossible|invariably|without exception|under no circumstances|in every case|in all cases|all people|exclusively|solely|forever|guarantees?d?)\b/i,
	mildAbsolute: /\b(?:all|every|only|none|no|any|must|cannot|each)\b/i,
	hedge:
		/\b(?:usually|often|generally|typically|normally|frequently|tends?|tending|probably|likely|perhaps|possibly|may|might|sometimes|mostly|mainly|partly|somewhat|commonly|rarely|seldom|in (?:most|some|many|certain|several) \w+|on (?:average|the whole)|to some (?:extent|degree)|for the most part|in general|as a rule|largely|under certain (?:conditions|circumstances)|relatively|(?:appears?|seems?) (?:to|that))\b/i,
	detail:
		/\([^)]{4,}\)|\b(?:i\.e\.|e\.g\.)|,\s+(?:as|for|since|where|when|so)\b|\b(?:because|since|for example|for instance|such as|that is|in particular|especially|namely|which (?:is|are|was|were|makes?|helps?|lets?|allows?|means|keeps?)|so that|in order to|including|provided that|as long as|rather than|thereby|therefore)\b|;/i,
	verdict:
		/\b(?:this|that|it|which|the|an?|is|are|was|were|isn't|not|no|yes|correct|incorrect|right|wrong|true|false|untrue|answer|answers|option|options|choice|statement|key|here|just|so|simply|of course|obviously|well done|good|great|sorry|one|be|to|would|does|do|as|stated|above|and|in fact|question|of|for|therefore|see|because|out|must|please|close|almost|nearly|but|try|again|unfortunately|nope|mistake|mistaken|error|misunderstanding|misconception|(?:first|second|third|fourth|last) (?:option|answer|choice|statement))\b/gi,

	amount: new RegExp(
		String.raw`\b(?:many|much|few|most|several|half|more|less|both|plenty|lots|enough)\b|(?<!\b(?:the|all|these) )\b${COUNT}\b`,
		'i'
	),
	joins: /\s+(?:and|&)\s+/i,
	either: /\s+or\s+/i,
	range: {
		readNumerals,
		below: new RegExp(
			String.raw`\b(?:less than|fewer than|lower than|smaller than|below|under|before)\s+(${NUMBER})`,
			'i'
		),
		above: new RegExp(
			String.raw`\b(?:more than|greater than|higher than|larger than|above|over|after|beyond)\s+(${NUMBER})`,
			'i'
		),
		atMost: new RegExp(
			String.raw`\b(?:at most|up to|no more than|not more than)\s+(${NUMBER})|(${NUMBER})[^\d]*\b(?:at most|or (?:less|fewer|lower|below|under|earlier|younger|shorter|smaller))\b`,
			'i'
		),
		atLeast: new RegExp(
			String.raw`\b(?:at least|no less than|not less than|no fewer than)\s+(${NUMBER})|(${NUMBER})[^\d]*\b(?:at least|or (?:more|higher|above|over|greater|later|older|longer|larger|up))\b|(${NUMBER})\s?\+(?!\d)`,
			'i'
		),
		between: new RegExp(
			String.raw`\bbetween\s+(${NUMBER})[^\d,.;]{0,12}?\s+and\s+(${NUMBER})|(?:\bfrom\s+)?(${NUMBER})[^\d,.;]{0,12}?\s*(?:–|—|-|\bto\b|\bthrough\b)\s*(${NUMBER})`,
			'i'
		)
	},
	agrees
};
