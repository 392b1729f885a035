/** What stands on the two sides of a card. */

import { isChosenGap, type Cloze, type Option, type Question } from '#core/question.ts';
import { textToHtml } from '../plain-text.ts';

export function makeSides(question: Question): readonly [front: string, back: string] {
	const { front, back } = sidesOf(question);
	const lines = (texts: readonly string[]): string =>
		textToHtml(texts.filter((text) => text !== '').join('\n'));
	return [lines([question.prompt, ...front]), lines([...back, question.explanation])];
}

interface Sides {
	readonly front: readonly string[];
	readonly back: readonly string[];
}

function sidesOf(question: Question): Sides {
	switch (question.kind) {
		case 'single-choice':
		case 'multiple-choice':
			return sidesOfChoice(question.options);
		case 'true-false':
			return { front: ['True / False'], back: [question.answer ? 'True' : 'False', question.why] };
		case 'numeric':
		case 'estimate':
			return { front: [], back: [[String(question.answer), question.unit ?? ''].join(' ').trim()] };
		case 'short-text':
			return { front: [], back: [question.answers.join(' / ')] };
		case 'cloze':
			return sidesOfCloze(question);
		case 'matching': {
			const rights = [
				...question.pairs.map(({ right }) => right),
				...(question.extras ?? []).map(({ text }) => text)
			];
			return {
				front: [...question.pairs.map(({ left }) => `• ${left}`), rights.sort().join(' · ')],
				back: question.pairs.map(({ left, right }) => `${left} → ${right}`)
			};
		}
		case 'ordering':
			return {
				front: question.steps.map(({ text }) => `• ${text}`).sort(),
				back: question.steps.map(({ text }, index) => `${index + 1}. ${text}`)
			};
		case 'categorise': {
			const nameOf = new Map(question.categories.map(({ id, text }) => [id, text]));
			return {
				front: [...question.entries.map(({ text }) => `• ${text}`), [...nameOf.values()].join(' · ')],
				back: question.entries.map(({ text, category }) => `${text} → ${nameOf.get(category)!}`)
			};
		}
	}
}

function sidesOfChoice(options: readonly Option[]): Sides {
	const lines = options.map(({ text }, index) => `${letter(index)}) ${text}`);
	const back = options.map(
		({ correct, why }, index) => `${correct ? '✓' : '✗'} ${lines[index]!}${why ? ` – ${why}` : ''}`
	);
	return { front: lines, back };
}

function sidesOfCloze({ text, gaps }: Cloze): Sides {
	const filled = text.replace(/\{([a-z0-9-]+)\}/g, (marker, id: string) => {
		const gap = gaps.find((each) => each.id === id);
		if (gap === undefined) return marker;
		return isChosenGap(gap) ? gap.options.find(({ correct }) => correct)!.text : gap.answers[0]!;
	});
	return { front: [text.replace(/\{[a-z0-9-]+\}/g, '_____')], back: [filled] };
}

function letter(index: number): string {
	return String.fromCharCode(0x41 + index);
}
