import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../detect.ts';
import { parseMoodleXml } from '../moodle.ts';

function parse(text: string) {
	return parseMoodleXml(new TextEncoder().encode(text));
}

interface Parts {
	readonly text?: string;
	readonly format?: string;
}

/** The first item of a file with one question. */
function read(type: string, inside: string, { text = 'What pulls the sea?', format = 'html' }: Parts = {}) {
	const file = parse(
		`<quiz>\n<question type="${type}"><name><text>Sea</text></name><questiontext format="${format}"><text><![CDATA[${text}]]></text></questiontext>${inside}</question></quiz>`
	);
	const [item] = file.items;
	return { ...item!, codes: item!.notes.map(({ code }) => code), file };
}

function answer(share: number | string, text: string, more = ''): string {
	return `<answer fraction="${share}"><text><![CDATA[${text}]]></text>${more}</answer>`;
}

function saying(text: string): string {
	return `<feedback format="html"><text><![CDATA[${text}]]></text></feedback>`;
}

describe('true or false', () => {
	it('takes the key by its word, in any order and case', () => {
		expect(read('truefalse', answer(0, 'FALSE') + answer(100, ' True ')).question).toMatchObject({
			kind: 'true-false',
			answer: true
		});
	});

	it('is a choice where the words are others: no word of another language is taken for "false"', () => {
		const { question, codes } = read('truefalse', answer(100, 'Wahr') + answer(0, 'Falsch'));
		expect(question).toMatchObject({
			kind: 'single-choice',
			options: [{ text: 'Wahr', correct: true }, { text: 'Falsch' }]
		});
		expect(codes).toContain('truefalse/words');
	});

	it('is refused where both are right', () => {
		const { question, codes } = read('truefalse', answer(100, 'true') + answer(100, 'false'));
		expect([question, codes]).toEqual([undefined, ['choice/two-keys']]);
	});
});

describe('what an answer is worth', () => {
	it('may have a decimal comma', () => {
		const options = answer('33,33333', 'a') + answer('66,66667', 'b') + answer('-50', 'c');
		const { question, codes } = read('multichoice', `<single>false</single>${options}`);
		expect(question).toMatchObject({ options: [{ correct: true }, { correct: true }, {}] });
		expect(codes).toEqual(['choice/weights']);
	});

	it('refuses the question where it cannot be read, with its line', () => {
		const { question, notes } = read('multichoice', answer('all', 'a') + answer(0, 'b'));
		expect(question).toBeUndefined();
		expect(notes).toMatchObject([{ code: 'answers/share', message: expect.stringContaining('Line 2') }]);
	});

	it.each([
		[[50, 50, -50], []],
		[[50, 50, 0], ['choice/free-wrong']],
		[[50, 50, -100], ['choice/wrong-weights']]
	])('says where %j is marked otherwise here', ([a, b, c], expected) => {
		const options = answer(a!, 'a') + answer(b!, 'b') + answer(c!, 'c');
		expect(read('multichoice', `<single>0</single>${options}`).codes).toEqual(expected);
	});
});

describe('numbers', () => {
	const tolerance = (text: string) => `<tolerance>${text}</tolerance>`;

	it('may have a decimal comma, in the tolerance too', () => {
		expect(read('numerical', answer(100, '3,14', tolerance('0,01'))).question).toMatchObject({
			answer: 3.14,
			tolerance: 0.01
		});
	});

	it.each([
		[answer(100, '1,000'), 'numeric/unclear'],
		[answer(100, 'about 3'), 'numeric/unclear'],
		[answer(100, '3', tolerance('10%')), 'numeric/tolerance'],
		[answer(100, '3', tolerance('-1')), 'numeric/tolerance'],
		[answer(100, '*'), 'numeric/no-key'],
		[answer(100, '3') + answer(100, '*'), 'numeric/no-key'],
		[answer(50, '3'), 'numeric/no-key']
	])('are refused rather than guessed: %s', (inside, code) => {
		const { question, codes } = read('numerical', inside);
		expect([question, codes]).toEqual([undefined, [code]]);
	});

	it('keep the unit that counts once, which need not be the first', () => {
		const unit = (times: string, name: string) =>
			`<unit><multiplier>${times}</multiplier><unit_name>${name}</unit_name></unit>`;
		const units = `<units>${unit('100', 'cm')}${unit('1', 'm')}</units>`;
		const { question, notes } = read('numerical', answer(100, '2') + units);
		expect(question).toMatchObject({ answer: 2, unit: 'm' });
		expect(notes).toMatchObject([{ code: 'numeric/units', message: expect.stringContaining('cm') }]);
	});

	it('take the wider of two tolerances', () => {
		const twice = answer(100, '2', tolerance('0')) + answer(100, '2.0', tolerance('0.5'));
		const { question, codes } = read('numerical', twice);
		expect(question).toMatchObject({ answer: 2, tolerance: 0.5 });
		expect(codes).toEqual([]);
	});
});

describe('typed answers', () => {
	it('are no HTML unless they say so', () => {
		expect(read('shortanswer', answer(100, '<em>')).question).toMatchObject({ answers: ['<em>'] });
		const html = '<answer fraction="100" format="html"><text>&lt;p&gt;moon&lt;/p&gt;</text></answer>';
		expect(read('shortanswer', html).question).toMatchObject({ answers: ['moon'] });
	});

	it('are explained by what is said on the right one, where nothing else explains them', () => {
		const answers = answer(100, 'moon', saying('It is near.')) + answer(0, '*', saying('No.'));
		const { question, notes } = read('shortanswer', answers);
		expect(question).toMatchObject({ explanation: 'It is near.' });
		expect(notes).toMatchObject([{ code: 'answers/feedback', message: expect.stringContaining('"No."') }]);
	});

	it('say that capital letters do not count any more', () => {
		expect(read('shortanswer', `<usecase>1</usecase>${answer(100, 'Moon')}`).codes).toEqual(['answers/case']);
	});
});

describe('texts', () => {
	it.each([
		['moodle_auto_format', 'One\n<b>two</b>\n\nthree', 'One\ntwo\nthree'],
		['markdown', 'One\n* two & three', 'One\n* two & three'],
		['plain_text', 'a <b> c\nd', 'a <b> c\nd'],
		['html', '<p>One\ntwo</p><p>three</p>', 'One two\nthree']
	])('keep their lines in %s', (format, text, expected) => {
		expect(read('shortanswer', answer(100, 'x'), { text, format }).question).toMatchObject({
			prompt: expected
		});
	});

	it('may stand without <text> around them', () => {
		const { items } = parse(
			'<quiz><question type="TrueFalse"><name>Old</name><questiontext>So?</questiontext><answer fraction="100">true</answer><answer fraction="0">false</answer></question></quiz>'
		);
		expect(items).toMatchObject([{ name: 'Old', question: { prompt: 'So?', answer: true } }]);
	});

	it('are refused above the limit', () => {
		const { question, codes } = read('shortanswer', answer(100, 'x'), { text: 'x'.repeat(20_001) });
		expect([question, codes]).toEqual([undefined, ['text/too-long', 'item/no-prompt']]);
	});
});

describe('pairs and steps', () => {
	const pair = (left: string, right: string) =>
		`<subquestion><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;

	it('make categories of right sides that stand more than once', () => {
		const pairs = pair('a', 'x') + pair('b', 'x') + pair('c', 'y') + pair('', 'z');
		expect(read('matching', pairs).question).toMatchObject({
			kind: 'categorise',
			categories: [{ text: 'x' }, { text: 'y' }, { text: 'z' }]
		});
	});

	it('say what is left out of them', () => {
		const inside = `<shuffleanswers>0</shuffleanswers>${pair('a', 'x')}${pair('b', 'y')}${pair('c', '')}`;
		expect(read('matching', inside).codes).toEqual(['matching/half', 'matching/order']);
		const steps = ['a', 'b', '', 'c'].map((text) => answer(1, text, saying(text)));
		const { question, codes } = read('ordering', `<selecttype>RANDOM</selecttype>${steps.join('')}`);
		expect(question).toMatchObject({ steps: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] });
		expect(codes).toEqual(['answers/feedback', 'ordering/empty', 'ordering/subset']);
	});
});

describe('files and items', () => {
	const TRUE = answer(100, 'true') + answer(0, 'false');

	it('name files wherever they are', () => {
		const file = '<file name="a.png" encoding="base64">AA==</file>';
		const inside = answer(100, 'true', `<feedback><text></text>${file}</feedback>`) + answer(0, 'false');
		expect(read('truefalse', inside).codes).toEqual(['item/files']);
	});

	it('say what goes for the whole file once', () => {
		const { file, codes } = read(
			'truefalse',
			`<penalty>0.3</penalty><defaultgrade>2.0</defaultgrade><hidden>1</hidden>${TRUE}`
		);
		expect(file.notes.map(({ code }) => code)).toEqual(['file/penalties', 'file/marks']);
		expect(codes).toEqual(['item/hidden']);
	});

	it('read a question without a quiz around it', () => {
		const text = `<!-- question: 1 -->\n<question type="truefalse"><questiontext><text>So?</text></questiontext>${TRUE}</question>`;
		expect(detectFormat('a.xml', new TextEncoder().encode(text))).toBe('moodle-xml');
		expect(parse(text).items).toMatchObject([{ question: { kind: 'true-false' } }]);
	});

	it('drop signs that no XML may hold, and say so', () => {
		const { items, notes } = parse(
			`<quiz><question type="truefalse"><questiontext><text>S\u000bo?</text></questiontext>${TRUE}</question></quiz>`
		);
		expect(items).toMatchObject([{ question: { prompt: 'So?' } }]);
		expect(notes).toMatchObject([{ code: 'text/hidden-signs' }]);
	});

	it('take our id from the id number, which Moodle does not cut', () => {
		const id = 'a-very-long-id-that-no-tag-of-fifty-signs-can-hold';
		const tags = `<tags><tag><text>grasp:id=${id.slice(0, 30)}</text></tag></tags>`;
		expect(read('truefalse', `<idnumber>${id}</idnumber>${tags}${TRUE}`).question).toMatchObject({ id });
		expect(read('truefalse', `<idnumber>q-7</idnumber>${TRUE}`).question).not.toHaveProperty('id');
	});

	it('read ten thousand items that are all alike, each under a key of its own', () => {
		const one = `<question type="truefalse"><questiontext><text>So?</text></questiontext>${TRUE}</question>`;
		const { items, notes } = parse(`<quiz>${one.repeat(10_001)}</quiz>`);
		expect(new Set(items.map(({ key }) => key)).size).toBe(10_000);
		expect(notes).toMatchObject([
			{ code: 'file/too-many', message: expect.stringContaining('10000 of 10001') }
		]);
	});

	it('stop where they are told to', () => {
		const bytes = new TextEncoder().encode(`<quiz><question type="truefalse">${TRUE}</question></quiz>`);
		const stop = () => {
			throw new Error('stopped');
		};
		expect(() => parseMoodleXml(bytes, stop)).toThrow('stopped');
	});

	it('make sense or a sentence of any pieces of the format', () => {
		const types = ['multichoice', 'truefalse', 'numerical', 'matching', 'ordering', 'cloze', 'ddwtos'];
		const pieces = [
			...['', '*', 'true', '-1e999', '3,5', '<p>', '&lt;', '{1:SA:=a}', '[[1]]', '{', '\\', '\ud800', '月'],
			...[
				'<answer>',
				'</answer>',
				'<answer fraction="1e9">',
				'<text>',
				'</text>',
				'<subquestion>',
				'</subquestion>'
			],
			...[
				'<tolerance>',
				'</tolerance>',
				'<dragbox>',
				'</dragbox>',
				'<single>0</single>',
				'<feedback/>',
				'<file/>'
			]
		];
		const inside = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(fc.constantFrom(...types), inside, inside, (type, text, parts) => {
				const { items, notes } = parse(
					`<quiz><question type="${type}"><questiontext><text>${text}</text></questiontext>${parts}</question></quiz>`
				);
				if (items.length === 0) expect(notes).not.toEqual([]);
				for (const item of items) if (!item.question) expect(item.notes).not.toEqual([]);
			}),
			{ numRuns: 500 }
		);
	});
});
