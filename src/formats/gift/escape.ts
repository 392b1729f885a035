/** GIFT gives some signs a meaning; with a backslash before it, each stands for itself. */

const SIGNS = '~=#{}:';
/** From Unicode's private use: a sign that stands for itself, while the meanings are looked for. */
const FIRST = 0xe000;
/** A line break that ends no line of the file. */
const BREAK = '\ue007';

/** Signs with a backslash are hidden from whatever looks for meanings; `reveal` shows them again. */
export function hideEscaped(text: string): string {
	return text.replace(/\\([~=#{}:\\n])/g, (_, sign: string) => {
		if (sign === 'n') return BREAK;
		if (sign === '\\') return String.fromCharCode(FIRST + SIGNS.length);
		return String.fromCharCode(FIRST + SIGNS.indexOf(sign));
	});
}

export function reveal(text: string): string {
	return text
		.replaceAll(BREAK, '\n')
		.replace(/[\ue000-\ue006]/g, (sign) => `${SIGNS}\\`[sign.charCodeAt(0) - FIRST]!);
}

export function escapeGift(text: string): string {
	return text.replace(/[~=#{}:\\]/g, '\\$&').replaceAll('\n', '\\n');
}
