/** The text that a course is made from, cut into what a claim names: paragraphs and sentences, both from 1. */

import type { Place } from '#core/question.ts';

export interface ArticleSentence {
	readonly text: string;
	readonly place: Pick<Place, 'paragraph' | 'sentence'>;
}

/** A line with words is a paragraph. `language`: BCP 47 tag. */
export function cutArticle(text: string, language: string): readonly (readonly ArticleSentence[])[] {
	const segmenter = makeSegmenter(language);
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line, index) =>
			[...segmenter.segment(line)]
				.map(({ segment }) => segment.trim())
				.filter((sentence) => sentence !== '')
				.map((sentence, at) => ({ text: sentence, place: { paragraph: index + 1, sentence: at + 1 } }))
		);
}

/** Tells whether another reader's text has the same sentence: its SHA-256, in hexadecimal. */
export async function fingerprintOf(sentence: string): Promise<string> {
	const normal = sentence.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(normal));
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function makeSegmenter(language: string): Intl.Segmenter {
	try {
		return new Intl.Segmenter(language, { granularity: 'sentence' });
	} catch {
		return new Intl.Segmenter('en', { granularity: 'sentence' });
	}
}
