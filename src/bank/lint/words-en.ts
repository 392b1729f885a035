import { findNegatives, makeStemmer } from './english.ts';
import type { Words } from './words.ts';
import { agrees } from './english-grammar.ts';

const NUMBER = String.raw`[$€£¥]?\s?-?\d[\d,]*(?:\.\d+)?`;
const COUNT = String.raw`(?:two|three|four|five|six|seven|\d)`;
const LETTER = String.raw`(?:\(?[a-h]\)?|\(?[1-8]\)?|\(?i{1,3}v?\)?|\(?iv\)?)`;
const OTHERS = String.raw`(?:these|those|them|the (?:above|others?|options?|answers?|choices?|statements?|reasons?|previous))`;

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
		String.raw`^\W*(?:(?:all|each|every one)(?: ${COUNT})?(?: of)? ${OTHERS}\b.*|all (?:answers|options|choices|statements)?\s*(?:are|is) (?:correct|right|true)|all ${COUNT}(?: of them)?|all (?:apply|of them)|everything (?:above|listed|mentioned).*)\W*$`,
		'i'
	),
	noneOfTheAbove: new RegExp(
		String.raw`^\W*(?:(?:none|neither)(?: of)? ${OTHERS}\b.*|none|neither|none apply|no (?:correct|right) answer.*|nothing (?:above|listed|mentioned).*|(?:something|anything) else|other|another answer)\W*$`,
		'i'
	),
	combination: new RegExp(
		String.raw`^\W*(?:(?:both|only|options?|answers?|either|statements?)\s+)*${LETTER}(?:\s*,\s*${LETTER})*\s*,?\s*(?:and|&|or)\s+(?:option\s+)?${LETTER}(?:\s+only|\s+are (?:correct|right|true))?\W*$|^\W*both (?:of )?(?:${OTHERS}|are (?:correct|right|true)|answers?|options?|statements?)\b.*$|^\W*(?:the )?(?:first|second|third|last|former|latter)(?: two| three)?(?: and (?:the )?(?:first|second|third|last|former|latter))? (?:options?|answers?|choices?|above|only)\W*$|^\W*both\W*$|^\W*the (?:first|last) two\W*$`,
		'i'
	),

	asks: /\?|_{2,}|…|\.{3}|\(\s*\)|(?:^|[.:;,]\s+|\bthen )(?:please\s+)?(?:choose|select|pick|mark|tick|match|put|sort|order|arrange|name|give|write|type|state|complete|fill|estimate|guess|calculate|compute|work out|find|identify|list|finish|enter|say|tell|decide|round|convert|translate|solve|add|read|place|rank|group|assign|drag|explain)\b/i,
	formula:
		/(?:according to the \w+,?\s*)?\b(?:which|what)(?:\s+one)?\s+(?:of\s+)?(?:(?:the|these)\s+)?(?:following\s*|two\s+|three\s+|four\s+)?(?:statements?|options?|answers?|sentences?|claims?|choices?|these)?(?:\s+(?:below|listed))?\s*(?:(?:about|on|regarding|concerning)(?<topic>\s.*?)\s+)?(?:is|are|can be said to be)\s+(?:most\s+)?(?:true|correct|right|false|incorrect|wrong|untrue|not true|not correct|accurate)(?<rest>\b[^?]*)\??/i,
	findNegatives,
	howMany: new RegExp(
		String.raw`\ball (?:that|which|those|the|of|correct|right|statements?|answers?|options?)\b|\b(?:choose|select|pick|mark|tick|check|name)\s+(?:all|every|each|any|${COUNT}|as many|the ${COUNT})\b|\b(?:which|what|the|exactly|any)\s+${COUNT}\b|\b${COUNT} (?:of (?:the|these)|answers?|options?|are|correct)\b|\b(?:more than one|one or more|several)\b.*\b(?:answers?|options?|may|can|is|are)\b|\(${COUNT}\)`,
		'i'
	),
	attribution:
		/\baccording to\b|\b(?:article|author|report|text|writer|source|passage|essay|editorial|column|columnist|paper|speaker|speech|paragraph|sentence|opening|conclusion|translation|critic|reviewer|review|commentator|interviewee|newspaper|blog|book|survey|study|letter|guide|handbook|committee|council|panel)(?:'s|’s|s)?\b|\bin (?:\w+(?:'s|’s)|his|her|their) (?:view|opinion|judge?ment|eyes)\b|\b(?:argues?|recommends?|advises?|claims?|calls? for|maintains?|believes?|contends?|insists?|urges?)\b/i,

	absolute:
		/\b(?:always|never|nobody|no one|everyone|everybody|everything|nothing|entirely|completely|totally|absolutely|impossible|invariably|without exception|under no circumstances|in every case|in all cases|all people|exclusively|solely|forever|guarantees?d?)\b/i,
	mildAbsolute: /\b(?:all|every|only|none|no|any|must|cannot|each)\b/i,
	hedge:
		/\b(?:usually|often|generally|typically|normally|frequently|tends?|tending|probably|likely|perhaps|possibly|may|might|sometimes|mostly|mainly|partly|somewhat|in most cases|in some cases|in general|as a rule|largely|under certain (?:conditions|circumstances)|relatively|appears?|seems?)\b/i,
	detail:
		/\([^)]{4,}\)|\b(?:because|since|for example|for instance|such as|that is|i\.e\.|e\.g\.|in particular|especially|namely|which (?:is|are|was|were|makes?|helps?|lets?|allows?|means|keeps?)|so that|in order to|including|provided that|as long as|rather than|thereby|therefore)\b|;/i,
	verdict:
		/\b(?:this|that|it|which|the|an?|is|are|was|were|isn't|not|no|yes|correct|incorrect|right|wrong|true|false|untrue|answer|answers|option|options|choice|statement|key|here|just|so|simply|of course|obviously|well done|good|great|sorry|one|be|to|would|does|do|as|stated|above|and|in fact|question|of|for|therefore|see|because|out|must)\b/gi,

	range: {
		below: new RegExp(
			String.raw`\b(?:less than|fewer than|lower than|smaller than|below|under|before)\s+(${NUMBER})`,
			'i'
		),
		above: new RegExp(
			String.raw`\b(?:more than|greater than|higher than|larger than|above|over|after|beyond)\s+(${NUMBER})`,
			'i'
		),
		atMost: new RegExp(
			String.raw`\b(?:at most|up to|no more than|not more than)\s+(${NUMBER})|(${NUMBER})[^\d]*\b(?:or (?:less|fewer|lower|below|under|earlier))\b`,
			'i'
		),
		atLeast: new RegExp(
			String.raw`\b(?:at least|no less than|not less than|no fewer than)\s+(${NUMBER})|(${NUMBER})[^\d]*\b(?:or (?:more|higher|above|over|greater|later))\b|(${NUMBER})\s?\+(?!\d)`,
			'i'
		),
		between: new RegExp(
			String.raw`\bbetween\s+(${NUMBER})[^\d,.;]{0,12}?\s+and\s+(${NUMBER})|(?:\bfrom\s+)?(${NUMBER})[^\d,.;]{0,12}?\s*(?:–|—|-|\bto\b|\bthrough\b)\s*(${NUMBER})`,
			'i'
		)
	},
	agrees
};
