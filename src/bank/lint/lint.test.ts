import { aClaim, aSection, aSingleChoice, aTrueFalse } from '#tests/fixtures/builders.ts';
import type { Question, Section, SingleChoice, WholeCourse } from '#core/question.ts';
import { describe, expect, it } from 'vitest';
import type { Spot } from './finding.ts';
import { COURSE_RULES, lintCourse } from './lint.ts';
import { locateIn } from './places.ts';
import { expectedInterval } from './rates.ts';

const SOURCE = { title: 'A source', form: 'article', paragraphs: 5 };

function aCourse(sections: readonly Section[], values: Partial<WholeCourse> = {}): WholeCourse {
	const head = { id: 'course', title: 'Course', language: 'en', description: 'D', source: SOURCE };
	return { ...head, sections, translations: {}, ...values };
}

const locate = ({ path }: Spot) => ({ file: path.join('/'), line: 1, column: 1 });

function codesOf(course: WholeCourse): readonly string[] {
	return lintCourse(course, locate).map(({ code }) => code.replace('lint/', ''));
}

/** Keys of one word among wrong options of one word: sound but for what a test changes. */
function choose(id: string, texts: readonly string[], values: Partial<SingleChoice> = {}): Question {
	const options = texts.map((text, index) => ({
		id: `o${index}`,
		text,
		...(index === 0 ? { correct: true } : { why: 'Its river is another.' })
	}));
	const prompt = 'Which town lies on the longest river?';
	return aSingleChoice({ id, prompt, explanation: 'The Loire passes there.', options, ...values });
}

function repeat(count: number, make: (id: string, index: number) => Question): Section {
	return aSection(Array.from({ length: count }, (_, index) => make(`q${index}`, index)));
}

const even = (index: number) => index % 2 === 0;

const COURSES: Readonly<Record<string, { readonly bad: WholeCourse; readonly good: WholeCourse }>> = {
	'bank-key-longest': {
		bad: aCourse([repeat(6, (id) => choose(id, ['Orleans', 'Nice', 'Lyon']))]),
		good: aCourse([
			repeat(6, (id, at) =>
				choose(id, at % 3 === 0 ? ['Orleans', 'Nice', 'Lyon'] : ['Tours', 'Nantes', 'Metz'])
			)
		])
	},
	'bank-key-shortest': {
		bad: aCourse([repeat(6, (id) => choose(id, ['Tours', 'Avignon', 'Toulon']))]),
		good: aCourse([repeat(6, (id) => choose(id, ['Tours', 'Paris', 'Nancy']))])
	},
	'bank-key-position': {
		bad: aCourse([repeat(9, (id) => choose(id, ['Tours', 'Paris', 'Nancy'], { shuffle: false }))]),
		good: aCourse([repeat(9, (id) => choose(id, ['Tours', 'Paris', 'Nancy']))])
	},
	'bank-truth-balance': {
		bad: aCourse([repeat(10, (id) => aTrueFalse({ id, answer: true }))]),
		good: aCourse([repeat(10, (id, at) => aTrueFalse({ id, answer: even(at) }))])
	},
	'bank-level-mix': {
		bad: aCourse([repeat(20, (id) => aTrueFalse({ id, level: 'remember' }))]),
		good: aCourse([repeat(20, (id, at) => aTrueFalse({ id, level: even(at) ? 'apply' : 'remember' }))])
	},
	'bank-kind-mix': {
		bad: aCourse([repeat(20, (id) => aTrueFalse({ id }))]),
		good: aCourse([
			repeat(20, (id, at) => (even(at) ? aTrueFalse({ id }) : choose(id, ['Tours', 'Paris', 'Nancy'])))
		])
	},
	'claim-questions': {
		bad: aCourse([repeat(2, (id) => aTrueFalse({ id }))]),
		good: aCourse([repeat(3, (id) => aTrueFalse({ id }))])
	},
	'claim-levels': {
		bad: aCourse([repeat(3, (id) => aTrueFalse({ id, level: 'apply' }))]),
		good: aCourse([repeat(3, (id, at) => aTrueFalse({ id, level: even(at) ? 'apply' : 'remember' }))])
	},
	giveaway: {
		bad: aCourse([
			aSection([
				choose('asked', ['Tours', 'Paris', 'Nancy']),
				aTrueFalse({ id: 'told', prompt: 'Tours is the town on the longest river.' })
			])
		]),
		good: aCourse([
			aSection([
				choose('asked', ['Tours', 'Paris', 'Nancy']),
				aTrueFalse({ id: 'told', prompt: 'Tours of the castle take an hour.' })
			])
		])
	}
};

describe('rules on courses', () => {
	it.each(Object.entries(COURSES))('%s flags what it must, and nothing else', (rule, { bad, good }) => {
		expect(codesOf(bad)).toContain(rule);
		expect(codesOf(good)).not.toContain(rule);
	});

	it('have each an example', () => {
		expect(Object.keys(COURSES).sort()).toEqual(COURSE_RULES.map(({ name }) => name).sort());
	});

	it('see the answer in the plural of another prompt', () => {
		const told = (prompt: string) =>
			codesOf(
				aCourse([aSection([choose('asked', ['Raft', 'Ferry', 'Sled']), aTrueFalse({ id: 'told', prompt })])])
			);
		expect(told('Rafts of the town lie on the longest river.')).toContain('giveaway');
		expect(told('Bridges of the town cross the longest river.')).not.toContain('giveaway');
	});

	it('call a rate odd outside the central 95 % only', () => {
		expect(expectedInterval(Array.from({ length: 20 }, () => 0.5))).toEqual([6, 14]);
		expect(expectedInterval([1 / 3])).toEqual([0, 1]);
		expect(expectedInterval([])).toEqual([0, 0]);
	});
});

const negative = 'Which town does not lie on the longest river?';
const waiver = { rule: 'negative-stem', reason: 'Three towns lie there.' };

describe('waivers', () => {
	const one = (question: Question) => codesOf(aCourse([aSection([question])]));
	const towns = ['Tours', 'Paris', 'Nancy'];

	it('silence their rule on their question', () => {
		expect(one(choose('q', towns, { prompt: negative }))).toContain('negative-stem');
		expect(one(choose('q', towns, { prompt: negative, waive: [waiver] }))).toEqual(['claim-questions']);
	});

	it('are told where they silence nothing, with the word that was probably meant', () => {
		const findings = lintCourse(
			aCourse([aSection([choose('q', towns, { waive: [{ ...waiver, rule: 'negative-stm' }] })])]),
			locate
		);
		expect(findings.map(({ code, where, message }) => [code, where.file, message])).toContainEqual([
			'waiver/unused',
			'questions/0/waive/0',
			'the rule "negative-stm" finds nothing here; did you mean "negative-stem"?'
		]);
	});

	it('of the course silence rules on the whole course, and no others', () => {
		const section = aSection([choose('q', towns, { prompt: negative })]);
		const waive = [{ rule: 'claim-questions', reason: 'A sample.' }, waiver];
		expect(codesOf(aCourse([section], { waive }))).toEqual(['negative-stem', 'waiver/unused']);
	});
});

describe('translations', () => {
	const original = choose('q', ['Tours', 'Paris', 'Nancy']) as SingleChoice;
	const translate = (prompt: string): Question => ({
		...original,
		prompt,
		explanation: '卢瓦尔河经过这座城。',
		options: original.options.map((option) => ({ ...option, ...(option.why && { why: '它在另一条河边。' }) }))
	});

	it('are judged by the rules of their language, at places keyed by id', () => {
		const sections = [aSection([translate('下面哪座城不在最长的河边？')])];
		const head = { id: 'course', title: '课', language: 'zh', description: '课', source: SOURCE };
		const course = aCourse([aSection([original])], { translations: { zh: { ...head, sections } } });
		const found = lintCourse(course, locate).filter(({ spot }) => spot.language === 'zh');
		expect(found.map(({ code, where }) => [code, where.file])).toEqual([
			['lint/negative-stem', 'questions/q/prompt']
		]);
	});
});

describe('locateIn', () => {
	it('finds the file of a section and language', () => {
		const draft = (file: string) => ({
			file,
			value: { section: { id: 'scale' } },
			locate: () => ({ file, line: 7, column: 1 })
		});
		const find = locateIn(['a/course.yaml', 'a/01-x.yaml', 'a/01-x.zh.yaml'].map(draft));
		expect(find({ path: ['course'] }).file).toBe('a/course.yaml');
		expect(find({ section: 'scale', path: ['questions', 0] }).file).toBe('a/01-x.yaml');
		expect(find({ section: 'scale', language: 'zh', path: [] })).toEqual({
			file: 'a/01-x.zh.yaml',
			line: 7,
			column: 1
		});
	});
});

describe('attribution', () => {
	it('is given by the name of the author', () => {
		const section = aSection([aTrueFalse({ prompt: 'Montaigne finds towns too loud.' })]);
		const claims = [aClaim({ kind: 'judgement' })];
		const source = { ...SOURCE, author: 'Montaigne' };
		expect(codesOf(aCourse([{ ...section, claims }], { source }))).not.toContain('attribution');
		expect(codesOf(aCourse([{ ...section, claims }]))).toContain('attribution');
	});
});
