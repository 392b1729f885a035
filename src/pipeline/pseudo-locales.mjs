/**
 * Languages that nobody speaks, made from the main catalogue for the journeys: what breaks in them would break in
 * the next real one. "en-XA" is long and accented, "ar-XB" runs from right to left.
 */

/** @typedef {string | readonly unknown[]} Message */

/** @type {Readonly<Record<string, (main: Record<string, Message>) => Record<string, Message>>>} */
export const MAKERS = {
	'en-XA': (main) => changeTexts(main, lengthen),
	'ar-XB': (main) => changeTexts(main, mirror)
};

/** German and Finnish take up to that much more than English. */
const LONGER_BY = 0.4;
const ACCENTED = Object.fromEntries(
	[...'aåeéiîoöuûcçnñyýAÅEÉIÎOÖUÛCÇNÑ'].reduce(
		(pairs, letter, index, all) => (index % 2 === 0 ? [...pairs, [letter, all[index + 1]]] : pairs),
		/** @type {(string | undefined)[][]} */ ([])
	)
);
/** Words, since nothing breaks within one; of usual length. */
const FILLING = 'öñé twö thréé föûr fîvé sîx sévéñ éîght ñîñé téñ ';

/**
 * @param {Record<string, Message>} catalogue
 * @param {(text: string) => string} change a text without placeholders
 * @returns {Record<string, Message>}
 */
function changeTexts(catalogue, change) {
	return Object.fromEntries(
		Object.entries(catalogue).map(([key, message]) => [
			key,
			key.startsWith('$') ? message : changeMessage(message, change)
		])
	);
}

/**
 * @param {Message} message
 * @param {(text: string) => string} change
 * @returns {Message}
 */
function changeMessage(message, change) {
	if (typeof message === 'string') return change(message);
	return message.map((variants) => {
		const { match, ...rest } = /** @type {{ match: Record<string, string> }} */ (variants);
		const changed = Object.entries(match).map(([when, text]) => [when, change(text)]);
		return { ...rest, match: Object.fromEntries(changed) };
	});
}

/** @param {string} text */
function lengthen(text) {
	const letters = outsidePlaceholders(text, (part) => part.replace(/[a-z]/gi, (a) => ACCENTED[a] ?? a));
	const more = Math.max(1, Math.round(text.replace(/\{\w+\}/g, '').length * LONGER_BY));
	return `${letters} ${
		FILLING.repeat(Math.ceil(more / FILLING.length))
			.slice(0, more)
			.trim() || 'ö'
	}`;
}

const RIGHT_TO_LEFT_MARK = '\u200f';
const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
const POP = '\u202c';

/**
 * Each word reads backwards, as in a right-to-left script; the placeholders' values stay as they are.
 *
 * @param {string} text
 */
function mirror(text) {
	return outsidePlaceholders(text, (part) =>
		part.replace(
			/\p{L}+/gu,
			(word) => `${RIGHT_TO_LEFT_MARK}${RIGHT_TO_LEFT_OVERRIDE}${word}${POP}${RIGHT_TO_LEFT_MARK}`
		)
	);
}

/**
 * @param {string} text
 * @param {(part: string) => string} change
 */
function outsidePlaceholders(text, change) {
	return text
		.split(/(\{\w+\})/)
		.map((part) => (part.startsWith('{') ? part : change(part)))
		.join('');
}
