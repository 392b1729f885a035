import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#core/question.ts';
import { aCourse, arbitraryQuestions, questionsOf, seen } from '#tests/fixtures/exchange.ts';
import { parseQti } from './qti.ts';
import { makeQti2, makeQti3 } from './qti/writer.ts';

function parse(text: string) {
	return parseQti(strToU8(text));
}

function anItem(declaration: string, body: string, more = ''): string {
	return `<assessmentItem identifier="sea" title="Sea" adaptive="false"><responseDeclaration identifier="R" ${declaration}</responseDeclaration><itemBody>${body}</itemBody>${more}</assessmentItem>`;
}

const CHOICE =
	'<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>What pulls the sea?</prompt><simpleChoice identifier="A">Moon</simpleChoice><simpleChoice identifier="B">Wind<feedbackInline outcomeIdentifier="F" identifier="B">Waves only.</feedbackInline></simpleChoice></choiceInteraction>';
const SINGLE =
	'cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse>';

describe('QTI 2 items', () => {
	it.each([
		[
			SINGLE,
			CHOICE,
			{
				kind: 'single-choice',
				prompt: 'What pulls the sea?',
				options: [
					{ text: 'Moon', correct: true },
					{ text: 'Wind', why: 'Waves only.' }
				]
			}
		],
		[
			'cardinality="single" baseType="string"><mapping><mapEntry mapKey="moon" mappedValue="2"/><mapEntry mapKey="sky" mappedValue="1"/></mapping>',
			'<p>What? <textEntryInteraction responseIdentifier="R"/></p>',
			{ kind: 'short-text', answers: ['moon'] }
		],
		[
			'cardinality="single" baseType="float"><correctResponse><value>2</value></correctResponse>',
			'<p>How often? <textEntryInteraction responseIdentifier="R"/></p>',
			{ kind: 'numeric', answer: 2 }
		],
		[
			'cardinality="ordered" baseType="identifier"><correctResponse><value>B</value><value>A</value><value>C</value></correctResponse>',
			'<orderInteraction responseIdentifier="R"><prompt>Order.</prompt><simpleChoice identifier="A">two</simpleChoice><simpleChoice identifier="B">one</simpleChoice><simpleChoice identifier="C">three</simpleChoice></orderInteraction>',
			{ kind: 'ordering', steps: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] }
		],
		[
			'cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse>',
			'<p>The <inlineChoiceInteraction responseIdentifier="R"><inlineChoice identifier="A">moon</inlineChoice><inlineChoice identifier="B">sun</inlineChoice></inlineChoiceInteraction> pulls.</p>',
			{ kind: 'cloze', text: 'The {g1} pulls.' }
		]
	])('are read: %#', (declaration, body, expected) => {
		expect(questionsOf(parse(anItem(declaration, body)))).toMatchObject([expected]);
	});

	it.each([
		[
			'cardinality="single" baseType="string">',
			'<extendedTextInteraction responseIdentifier="R"/>',
			'qti/extended-text'
		],
		['cardinality="single" baseType="point">', '<hotspotInteraction responseIdentifier="R"/>', 'qti/hotspot'],
		['cardinality="single" baseType="identifier">', CHOICE, 'choice/no-key'],
		[SINGLE, CHOICE + CHOICE, 'qti/composite'],
		[SINGLE, '<p>Only a text.</p>', 'qti/no-interaction']
	])('are refused with the reason: %#', (declaration, body, code) => {
		const [item] = parse(anItem(declaration, body)).items;
		expect(item!.question).toBeUndefined();
		expect(item!.notes.map((note) => note.code)).toContain(code);
	});

	it('that go on in steps, or are made anew, are refused', () => {
		const code = (text: string) => parse(text).items[0]!.notes.map((note) => note.code);
		expect(code(anItem(SINGLE, CHOICE).replace('adaptive="false"', 'adaptive="true"'))).toEqual([
			'qti/adaptive'
		]);
		expect(code(anItem(SINGLE, CHOICE, '<templateDeclaration identifier="T"/>'))).toEqual(['qti/template']);
	});
});

const LEGACY = `<questestinterop><assessment title="Quiz"><section title="Sea"><item ident="i1" title="Tides"><presentation><material><mattext texttype="text/html">&lt;p&gt;What pulls?&lt;/p&gt;</mattext></material><response_lid ident="r1" rcardinality="Single"><render_choice><response_label ident="a"><material><mattext>Moon</mattext></material></response_label><response_label ident="b"><material><mattext>Wind</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r1">a</varequal></conditionvar><setvar action="Set">100</setvar></respcondition><respcondition><conditionvar><not><varequal respident="r1">b</varequal></not></conditionvar><setvar action="Set">50</setvar></respcondition></resprocessing><itemfeedback ident="b_fb"><flow_mat><material><mattext>Waves only.</mattext></material></flow_mat></itemfeedback></item></section></assessment></questestinterop>`;

describe('QTI 1.2', () => {
	it('is read with its sections, its key and what is said of options', () => {
		expect(parse(LEGACY).items).toMatchObject([
			{
				...{ key: 'i1', name: 'Tides', group: ['Quiz', 'Sea'] },
				question: {
					kind: 'single-choice',
					prompt: 'What pulls?',
					options: [
						{ text: 'Moon', correct: true },
						{ text: 'Wind', why: 'Waves only.' }
					]
				}
			}
		]);
	});
});

describe('packages', () => {
	it.each([
		['../evil.xml', 'zip/path'],
		['/evil.xml', 'zip/path'],
		['C:\\evil.xml', 'zip/path']
	])('that want to write to %s are left closed', (name, code) => {
		expect(parseQti(zipSync({ [name]: strToU8('<a/>') }))).toMatchObject({ items: [], notes: [{ code }] });
	});

	it('that blow up are left closed', () => {
		const bomb = zipSync({ 'a.xml': new Uint8Array(60_000_000) }, { level: 9 });
		expect(parseQti(bomb).notes).toMatchObject([{ code: 'zip/bomb' }]);
	});

	it.each([
		['', 'xml/empty'],
		['PK broken', 'zip/broken'],
		['<a/>', 'qti/none']
	])('that are none are said to be none: %j', (text, code) => {
		expect(parse(text)).toMatchObject({ items: [], notes: [{ code }] });
	});
});

/** QTI's own losses. */
function expected(question: Question): object {
	if (question.kind === 'estimate') {
		const tolerance = Number(Math.abs(question.answer * question.close).toPrecision(12));
		const { answer, prompt, explanation, level, claim } = question;
		return { ...{ kind: 'numeric', prompt, explanation, level, claim }, ...{ answer, tolerance, unit: '' } };
	}
	if (question.kind !== 'cloze') return seen(question);
	const gaps = question.gaps.map((gap) =>
		'options' in gap ? { ...gap, options: gap.options.map(({ why: _, ...option }) => option) } : gap
	);
	return seen({ ...question, gaps });
}

describe.each([
	['makeQti2', makeQti2, 'qti-2'],
	['makeQti3', makeQti3, 'qti-3']
])('%s', (_, make, format) => {
	it('comes back with all that QTI can say', () => {
		fc.assert(
			fc.property(arbitraryQuestions, (questions) => {
				const file = parseQti(make(aCourse(questions)).bytes);
				expect(file.format).toBe(format);
				const back = questionsOf(file);
				expect(back.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
				expect(back.map(seen)).toEqual(questions.map(expected));
			})
		);
	});
});
