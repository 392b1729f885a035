import type { SearchPart, SearchSection } from '#core/catalogue.ts';
import { parseLesson } from '#core/lesson.ts';
import type { Question, Section } from '#core/question.ts';
import { splitCloze } from '#core/text.ts';

/** A phone parses as much at a stretch without being felt. In UTF-16 units of JSON. */
const LARGEST_PART = 250_000;
/** A section with more claims or questions is cut. */
const LARGEST_PIECE = 250;

/**
 * What the search finds of a course: titles, lessons, claims and prompts. No option, no key and no explanation: it
 * is shown to learners who have not answered yet.
 */
export function makeSearchParts(sections: readonly Section[]): readonly SearchPart[] {
	const parts: SearchSection[][] = [];
	let size = LARGEST_PART;
	for (const piece of sections.flatMap(cutSection)) {
		const length = JSON.stringify(piece).length;
		if (size + length > LARGEST_PART) {
			parts.push([]);
			size = 0;
		}
		parts.at(-1)!.push(piece);
		size += length;
	}
	return parts.map((pieces) => ({ sections: pieces }));
}

function cutSection({ id, title, lesson = [], claims, questions }: Section): readonly SearchSection[] {
	const count = Math.max(1, Math.ceil(Math.max(claims.length, questions.length) / LARGEST_PIECE));
	return Array.from({ length: count }, (_, number) => {
		const [from, to] = [number * LARGEST_PIECE, (number + 1) * LARGEST_PIECE];
		return {
			...{ id, title },
			passages: number === 0 ? lesson.map(makePlain) : [],
			claims: claims.slice(from, to).map((claim) => [claim.id, claim.text] as const),
			questions: questions.slice(from, to).map((question) => [question.claim, sayPrompt(question)] as const)
		};
	});
}

function makePlain(paragraph: string): string {
	return parseLesson(paragraph)
		.map(({ text }) => text)
		.join('');
}

/** A prompt of "Fill the gaps." says nothing without the text around them. */
function sayPrompt(question: Question): string {
	if (question.kind !== 'cloze') return question.prompt;
	const text = splitCloze(question.text).map((part) => (part.kind === 'text' ? part.text : '…'));
	return `${question.prompt} ${text.join('')}`;
}
