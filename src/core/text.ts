/** How typed text is compared, and how a gap text is cut. */

/**
 * Case, width, accents, punctuation and spacing do not count: "Fire-Wall" and "fire wall" are one, and
 * so are "Ａ" and "a". Signs that carry meaning (+, %, #, digits' points) stay.
 */
export function normaliseText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/([\p{Script=Latin}\s])\p{M}+/gu, '$1')
		.normalize('NFC')
		.toLowerCase()
		.replace(
			/\.(?!\d)|(?<=\p{L})\.|[,;:!?'"`“”‘’„«»()[\]{}<>…·/\\，。；：！？（）【】《》〈〉、「」『』_]/gu,
			' '
		)
		.replace(/[-‐‑–—]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** Whether a typed text is one of the accepted wordings. Spacing does not separate: "fire wall" is "firewall". */
export function matchesText(typed: string, accepted: readonly string[]): boolean {
	const given = squeeze(typed);
	return given !== '' && accepted.some((wording) => squeeze(wording) === given);
}

function squeeze(text: string): string {
	return normaliseText(text).replaceAll(' ', '');
}

export type ClozePart =
	{ readonly kind: 'text'; readonly text: string } | { readonly kind: 'gap'; readonly id: string };

/** Cuts "From {a} to {b}." at its gaps. */
export function splitCloze(text: string): readonly ClozePart[] {
	return text
		.split(/(\{[a-z0-9-]+\})/)
		.filter((part) => part !== '')
		.map((part) =>
			/^\{[a-z0-9-]+\}$/.test(part) ? { kind: 'gap', id: part.slice(1, -1) } : { kind: 'text', text: part }
		);
}
