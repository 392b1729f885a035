import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#core/question.ts';
import { aCourse, arbitraryQuestions, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { parseGift } from './gift.ts';
import { makeGift } from './gift/writer.ts';

function parse(text: string) {
	return parseGift(new TextEncoder().encode(text));
}

/** The only item. */
function read(text: string) {
	const { items } = parse(text);
	expect(items).toHaveLength(1);
	return items[0]!;
}

describe('parseGift', () => {
	it.each([
		['The sun is a star.{T}', { kind: 'true-false', answer: true }],
		[
			'The sun is cold.{FALSE#It glows.#Well seen.}',
			{ answer: false, why: 'It glows.', explanation: 'Well seen.' }
		],
		['How many legs has a spider?{#8}', { kind: 'numeric', answer: 8 }],
		['Pi?{#3.1415:0.0005}', { answer: 3.1415, tolerance: 0.0005 }],
		['From one to five?{#1..5}', { answer: 3, tolerance: 2 }],
		['Four?{#=4:0#Yes =%50%4:1#Near ~#No}', { answer: 4 }],
		['A planet?{=Mars =Venus}', { kind: 'short-text', answers: ['Mars', 'Venus'] }],
		['A colour?{=red#warm =%40%pink}', { answers: ['red'] }],
		[
			'Pick.{=a ~b#no ~c}',
			{
				kind: 'single-choice',
				options: [{ text: 'a', correct: true }, { text: 'b', why: 'no' }, { text: 'c' }]
			}
		],
		['Pick two.{~%50%a ~%50%b ~%-100%c}', { kind: 'multiple-choice' }],
		['Cats {=purr ~bark} at night.', { prompt: 'Cats _____ at night.' }],
		[
			'Pair.{=a -> 1 =b -> 2 = -> 3}',
			{
				kind: 'matching',
				pairs: [
					{ left: 'a', right: '1' },
					{ left: 'b', right: '2' }
				],
				extras: [{ text: '3' }]
			}
		],
		['Sort.{=cat -> animal =oak -> plant =dog -> animal}', { kind: 'categorise' }],
		[
			'Order.{>3 ALL VERTICAL\none\ntwo\nthree\n}',
			{ kind: 'ordering', steps: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] }
		],
		['Sign?{=\\= ~\\~ ~\\#}', {}],
		['Why?{=a ~b ####Because.}', { explanation: 'Because.' }],
		['[html]<p>Is <b>5 &lt; 6</b>?</p>{T}', { prompt: 'Is 5 < 6?' }],
		['[markdown]Is **this** so?{T}', { prompt: 'Is this so?' }]
	])('reads %s', (text, expected) => {
		expect(read(text).question).toMatchObject(expected);
	});

	it.each([
		['Tell me.{}', 'gift/essay'],
		['Only a text.', 'gift/description'],
		['Open {=a', 'gift/unclosed'],
		['Odd {no sign}', 'gift/unknown'],
		['None.{~a ~b}', 'choice/no-key'],
		['One.{=a ~a}', 'choice/too-few'],
		['Any.{=*}', 'answers/none'],
		['Number?{#many}', 'numeric/no-key'],
		['{=a ~b}', 'item/no-prompt']
	])('refuses %s, and says why', (text, code) => {
		const { question, notes } = read(text);
		expect(question).toBeUndefined();
		expect(notes.map((note) => note.code)).toContain(code);
	});

	it('knows categories, titles, ids, lines; comments are no questions', () => {
		const { items } = parse(
			'\ufeff// top\r\n$CATEGORY: $course$/top/Sky/Near//far\r\n\r\n// [id:moon-1] [tag:grasp:level=apply] [tag:easy]\r\n::Moon::Is it round?{T}\r\n\r\nAnother?{F}'
		);
		expect(items).toMatchObject([
			{
				key: 'moon-1',
				name: 'Moon',
				group: ['Sky', 'Near/far'],
				where: { line: 5 },
				question: { level: 'apply' }
			},
			{ name: 'Another?', group: ['Sky', 'Near/far'], where: { line: 7 } }
		]);
		expect(items[0]!.notes).toMatchObject([{ code: 'item/tags' }]);
	});

	it('lets blank lines stand within braces, and one open brace spoil one question only', () => {
		expect(parse('A?{\n=a\n\n~b\n}\n\nB?{T}').items).toHaveLength(2);
		const { items } = parse('A?{\n=a\n\n::B::B?{T}');
		expect(items.map(({ question }) => question !== undefined)).toEqual([false, true]);
	});

	it.each([
		[new Uint8Array(), 'gift/none'],
		[new Uint8Array([0x41, 0xe9, 0x42]), 'file/not-utf-8'],
		[new Uint8Array([0x50, 0x4b, 0, 1]), 'file/binary'],
		[new Uint8Array(21 * 1024 * 1024), 'file/too-large']
	])('says what is wrong with a file that is none', (bytes, code) => {
		expect(parseGift(bytes)).toMatchObject({ items: [], notes: [{ code }] });
	});

	it('never throws', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						'{',
						'}',
						'=',
						'~',
						'#',
						'::',
						'\\',
						'\n',
						'->',
						'%50%',
						'a',
						'>',
						'$CATEGORY:',
						'//'
					),
					{ maxLength: 60 }
				),
				(signs) => {
					parse(signs.join(''));
				}
			)
		);
	});
});

/** GIFT's own losses. */
function expected(question: Question): object | undefined {
	const arrows = (text: string): string => text.replaceAll('->', '→');
	if (question.kind === 'cloze') return undefined;
	if (question.kind === 'estimate') {
		const tolerance = Number(Math.abs(question.answer * question.close).toPrecision(12));
		const { answer, prompt, explanation, level, claim } = question;
		return { ...{ kind: 'numeric', prompt, explanation, level, claim }, ...{ answer, tolerance, unit: '' } };
	}
	const changes = ['matching', 'categorise', 'short-text'].includes(question.kind);
	const shown = JSON.stringify(seen(question), (key, value: unknown) =>
		changes && typeof value === 'string' && key !== 'prompt' && key !== 'explanation' ? arrows(value) : value
	);
	const left = JSON.parse(shown) as { categories?: string[] };
	left.categories?.sort();
	return left;
}

describe('makeGift', () => {
	it('comes back with what GIFT can say', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const made = makeGift(aCourse(questions));
				const back = questionsOf(parseGift(made.bytes));
				expect(back.map(seen)).toEqual(questions.flatMap((question) => expected(question) ?? []));
				expect(back.map(({ id }) => id)).toEqual(
					questions.filter(({ kind }) => kind !== 'cloze').map(({ id }) => id)
				);
			})
		);
	});

	it('says what stays behind', () => {
		const cloze = { kind: 'cloze', text: '{g1} and {g2}' } as Question;
		const question = {
			...cloze,
			...{ id: 'two-gaps', claim: 'x', level: 'remember', prompt: 'Fill.', explanation: 'So.' },
			gaps: [
				{ id: 'g1', answers: ['a'] },
				{ id: 'g2', answers: ['b'] }
			]
		} as Question;
		expect(makeGift(aCourse([question])).losses).toMatchObject([{ question: 'two-gaps', isLeftOut: true }]);
	});
});
