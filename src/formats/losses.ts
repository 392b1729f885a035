/** What a format cannot carry of a question, said to whoever takes it there. */

import type { ExchangeLoss } from '#core/exchange.ts';
import type { Question, QuestionKind } from '#core/question.ts';

export interface Carries {
	/** The format's name as people know it. */
	readonly name: string;
	/** Kinds that it has no form for, or only a lesser one, with a sentence. */
	readonly leftOut?: Partial<Record<QuestionKind, string>>;
	readonly lesser?: Partial<Record<QuestionKind, string>>;
	/** Reasons why an option is wrong. */
	readonly optionWhys: boolean;
	/** Reasons at pairs, extras, entries and the options of gaps. */
	readonly partWhys: boolean;
	readonly units: boolean;
	/** That options keep their written order. */
	readonly fixedOrder: boolean;
	/** Claim, further claims and level. */
	readonly ownWords: boolean;
}

export function isCarried(question: Question, carries: Carries): boolean {
	return carries.leftOut?.[question.kind] === undefined;
}

export function findLosses(questions: readonly Question[], carries: Carries): readonly ExchangeLoss[] {
	return questions.flatMap((question) => lossesOf(question, carries));
}

function lossesOf(question: Question, carries: Carries): readonly ExchangeLoss[] {
	const { name, leftOut, lesser } = carries;
	const at = { question: question.id };
	const reason = leftOut?.[question.kind];
	if (reason !== undefined)
		return [
			{ ...at, isLeftOut: true, code: 'export/left-out', message: `${name} has no form for it: ${reason}` }
		];
	const said = [
		['export/lesser', lesser?.[question.kind]],
		['export/whys', hasWhys(question) && `${name} has no place for reasons at single parts.`],
		['export/unit', 'unit' in question && question.unit && `${name} keeps no unit: "${question.unit}".`],
		[
			'export/order',
			'shuffle' in question &&
				question.shuffle === false &&
				`${name} does not say that options keep their order.`
		],
		['export/own', `Its claim and its level stay behind: ${name} has no place for them.`]
	] as const;
	const kept = {
		'export/lesser': false,
		'export/whys': isChoice(question) ? carries.optionWhys : carries.partWhys,
		'export/unit': carries.units,
		'export/order': carries.fixedOrder,
		'export/own': carries.ownWords
	};
	return said.flatMap(([code, message]) =>
		message && !kept[code] ? [{ ...at, isLeftOut: false, code, message }] : []
	);
}

function isChoice({ kind }: Question): boolean {
	return kind === 'single-choice' || kind === 'multiple-choice' || kind === 'true-false';
}

function hasWhys(question: Question): boolean {
	switch (question.kind) {
		case 'true-false':
			return true;
		case 'single-choice':
		case 'multiple-choice':
			return question.options.some(({ why }) => why);
		case 'cloze':
			return question.gaps.some((gap) => 'options' in gap && gap.options.some(({ why }) => why));
		case 'matching':
			return question.pairs.some(({ why }) => why) || question.extras !== undefined;
		case 'categorise':
			return question.entries.some(({ why }) => why);
		default:
			return false;
	}
}
