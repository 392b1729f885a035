/** One question as an item: its text, its task, which answer is right, and what is said afterwards. */

import type { Question } from '#core/question.ts';
import { makeOwnTags } from '../own-words.ts';
import { textToHtml } from '../plain-text.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Dialect } from './dialect.ts';
import { writeTask } from './tasks.ts';

export function writeItem(question: Question, language: string, dialect: Dialect): string {
	const { tag } = dialect;
	const { declarations, body, responses, marking } = writeTask(question, dialect);
	const item = tag(
		'assessmentItem',
		{
			...{ xmlns: dialect.namespace, identifier: question.id, title: question.id },
			label: makeOwnTags(question).join(' '),
			...{ 'xml:lang': language, adaptive: false, timeDependent: false }
		},
		...declarations,
		tag(
			'outcomeDeclaration',
			{ identifier: 'SCORE', cardinality: 'single', baseType: 'float' },
			value(dialect, '0')
		),
		tag('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'multiple', baseType: 'identifier' }),
		tag('itemBody', {}, body),
		writeMarking(responses, marking, dialect),
		tag(
			'modalFeedback',
			{ outcomeIdentifier: 'FEEDBACK', identifier: 'explanation', showHide: 'show' },
			`<p>${textToHtml(question.explanation)}</p>`
		)
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${item}\n`;
}

function value({ tag }: Dialect, text: string): string {
	return tag('defaultValue', {}, tag('value', {}, escapeXml(text)));
}

/** Right is worth one; what was chosen, and the explanation, is what is shown afterwards. */
function writeMarking(responses: readonly string[], marking: string | undefined, { tag }: Dialect): string {
	const matches = responses.map((identifier) => {
		if (marking === 'mapResponse' || marking === 'mixed')
			return tag(
				'gt',
				{},
				tag('sum', {}, tag('mapResponse', { identifier })),
				tag('baseValue', { baseType: 'float' }, '0')
			);
		return marking ?? tag('match', {}, tag('variable', { identifier }), tag('correct', { identifier }));
	});
	const [only] = matches;
	const condition = matches.length === 1 ? only! : tag('and', {}, ...matches);
	const score = tag('setOutcomeValue', { identifier: 'SCORE' }, tag('baseValue', { baseType: 'float' }, '1'));
	const shown = tag(
		'setOutcomeValue',
		{ identifier: 'FEEDBACK' },
		tag('multiple', {}, tag('baseValue', { baseType: 'identifier' }, 'explanation'))
	);
	return tag(
		'responseProcessing',
		{},
		tag('responseCondition', {}, tag('responseIf', {}, condition, score)),
		shown
	);
}
