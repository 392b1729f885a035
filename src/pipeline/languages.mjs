/**
 * The languages of the interface: a catalogue each in `ui/messages/`, and a site each. The main one stands where the
 * site begins, every other below its tag, with pages, web manifest and service worker of its own: so whoever reads
 * one language loads one. Plain JavaScript, so that Node runs it as it is.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from './pseudo-locales.mjs';

/** The language in which the messages are written; the others are laid over it. */
export const MAIN_LANGUAGE = 'en';

const MESSAGES = 'src/ui/messages';

/** @returns {string[]} BCP 47 tags, the main one first */
export function listLanguages() {
	const tags = readdirSync(MESSAGES)
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.slice(0, -'.json'.length));
	return [MAIN_LANGUAGE, ...tags.filter((tag) => tag !== MAIN_LANGUAGE).sort()];
}

/** The language of this run: `GRASP_LANGUAGE` names it. */
export function chosenLanguage() {
	const tag = process.env.GRASP_LANGUAGE || MAIN_LANGUAGE;
	const known = [...listLanguages(), ...Object.keys(MAKERS)];
	if (!known.includes(tag))
		throw new Error(
			`GRASP_LANGUAGE: expected one of ${known.join(', ')}, found ${tag}. A language is added by its file, ${MESSAGES}/${tag}.json.`
		);
	return tag;
}

/**
 * Where a language's pages stand below the site's base: nothing, or "/zh".
 *
 * @param {string} tag
 * @returns {'' | `/${string}`}
 */
export function placeOf(tag) {
	return tag === MAIN_LANGUAGE ? '' : `/${tag}`;
}

/** @param {string} tag */
export function directionOf(tag) {
	const { language } = new Intl.Locale(tag);
	return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** Written here because Node 20 and 24 call the property by different names. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** @typedef {string | readonly unknown[]} Message as inlang writes it: a text, or variants */

/**
 * @param {string} tag
 * @returns {Record<string, Message>} what the language has no words for is said in the main one
 */
export function readCatalogue(tag) {
	const main = readJson(MAIN_LANGUAGE);
	if (tag === MAIN_LANGUAGE) return main;
	const make = MAKERS[tag];
	const catalogue = make ? make(main) : { ...main, ...readJson(tag) };
	return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, forAnyPlural(message)]));
}

/**
 * English knows one and other; where a language tells more apart, "other" must do for all that a message does not name.
 *
 * @param {Message} message
 * @returns {Message}
 */
function forAnyPlural(message) {
	if (typeof message === 'string') return message;
	return message.map((variants) => {
		const { match, ...rest } = /** @type {{ match: Record<string, string> }} */ (variants);
		const entries = Object.entries(match).map(([when, text]) => [when.replace('=other', '=*'), text]);
		return { ...rest, match: Object.fromEntries(entries) };
	});
}

/** @param {string} tag */
function readJson(tag) {
	return JSON.parse(readFileSync(join(MESSAGES, `${tag}.json`), 'utf8'));
}

/**
 * What the message compiler is to read and write for a language. The main one's project is the one that editors
 * know; another's is made, so that its site holds no other language's words.
 *
 * @param {string} tag
 * @returns {{ project: string, outdir: string }}
 */
export function makeProject(tag) {
	if (tag === MAIN_LANGUAGE)
		return { project: `./${MESSAGES}/project.inlang`, outdir: `./${MESSAGES}/compiled` };
	const folder = `.svelte-kit/languages/${tag}`;
	mkdirSync(join(folder, 'project.inlang'), { recursive: true });
	writeFileSync(join(folder, `${tag}.json`), JSON.stringify(readCatalogue(tag)));
	const settings = JSON.parse(readFileSync(join(MESSAGES, 'project.inlang/settings.json'), 'utf8'));
	writeFileSync(
		join(folder, 'project.inlang/settings.json'),
		JSON.stringify({ ...settings, baseLocale: tag, locales: [tag] })
	);
	return { project: `./${folder}/project.inlang`, outdir: `./${folder}/compiled` };
}
