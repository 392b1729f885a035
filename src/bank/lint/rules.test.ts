import {
	aClaim,
	aCloze,
	aMultipleChoice,
	aNumeric,
	aSingleChoice,
	aTrueFalse
} from '#tests/fixtures/builders.ts';
import type { Claim, Question } from '#core/question.ts';
import { describe, expect, it } from 'vitest';
import { lintQuestion, QUESTION_RULES } from './lint.ts';
import { findWords } from './words.ts';

/** A choice whose first option is the key. */
function ask(prompt: string, ...texts: readonly string[]): Question {
	return aSingleChoice({ prompt, options: makeOptions(texts, 1) });
}

function askMany(prompt: string, ...texts: readonly string[]): Question {
	return aMultipleChoice({ prompt, options: makeOptions(texts, 2) });
}

function makeOptions(texts: readonly string[], keys: number) {
	const why = 'Another river, much further south 在南方的河流.';
	return texts.map((text, index) => ({
		id: `o${index}`,
		text,
		...(index < keys ? { correct: true } : { why })
	}));
}

function explain(explanation: string, prompt = 'Which city is the capital of Peru?'): Question {
	return aSingleChoice({ prompt, explanation, options: makeOptions(['Lima', 'Cusco', 'Quito'], 1) });
}

function judge(prompt: string): Question {
	return aTrueFalse({ prompt });
}

interface Cases {
	readonly bad: readonly Question[];
	readonly good: readonly Question[];
	readonly claim?: Claim;
}

const WHICH = 'Which river is the longest in Europe?';
const WHICH_ZH = '欧洲最长的河流是哪一条？';

const EN: Readonly<Record<string, Cases>> = {
	'option-duplicate': {
		bad: [
			ask(WHICH, 'The Volga', 'Danube.', 'the Danube'),
			ask('How many people came?', '1,000', '1000', '20')
		],
		good: [
			ask(WHICH, 'Volga', 'Danube', 'Lower Danube'),
			ask('When does it close?', 'before noon', 'after noon', 'at noon')
		]
	},
	'option-overlap': {
		bad: [
			ask('How heavy is it?', '10–20 kg', '20–30 kg', '30–40 kg'),
			ask('How many rooms?', 'At least 12 rooms', 'More than 20 rooms', 'Fewer than 5 rooms'),
			ask('How old is it?', 'between 50 and 90 years', 'under 60 years', 'over 100 years')
		],
		good: [
			ask('How heavy is it?', '10–19 kg', '20–29 kg', '30–39 kg'),
			ask(
				'What follows?',
				'It is below 10.88 million',
				'It is exactly 10.88 million',
				'It is above 10.88 million'
			),
			ask('What is lost?', 'Less than 5 minutes', 'More than 3 euros', 'Nothing')
		]
	},
	'option-count': {
		bad: [ask(WHICH, 'Volga', 'Danube'), ask(WHICH, ...'abcdef')],
		good: [ask(WHICH, 'Volga', 'Danube', 'Rhine')]
	},
	'number-order': {
		bad: [
			ask('How many strings has a harp?', '47', '22', '88'),
			ask('In which year?', '1901', '1950', '1999')
		],
		good: [
			aSingleChoice({ prompt: 'How many?', shuffle: false, options: makeOptions(['22', '47', '88'], 1) }),
			ask('What grew most?', '3 apples', '12 pears', '5 plums')
		]
	},
	'all-of-the-above': {
		bad: [
			ask(WHICH, 'All the above', 'Volga', 'Rhine'),
			ask(WHICH, 'All three of these', 'Volga', 'Rhine'),
			ask(WHICH, 'All of the options are correct', 'Volga', 'Rhine')
		],
		good: [ask('Who may vote?', 'All citizens over 18', 'Everybody who pays tax', 'Members only')]
	},
	'combined-options': {
		bad: [
			ask(WHICH, 'A and B', 'Volga', 'Rhine'),
			ask(WHICH, 'Both of the above', 'Volga', 'Rhine'),
			ask(WHICH, 'Only (b) and (c)', 'Volga', 'Rhine')
		],
		good: [ask('What does rust need?', 'Water and oxygen', 'Salt and heat', 'A and the B minor chord')]
	},
	'none-of-the-above': {
		bad: [
			ask(WHICH, 'None of the above', 'Volga', 'Rhine'),
			ask(WHICH, 'Volga', 'Rhine', 'None of the options')
		],
		good: [ask('How much money was left?', 'None at all after the tax', 'Half of it', 'A third')]
	},
	'negative-stem': {
		bad: [
			ask('Which animal does not lay eggs?', 'Cat', 'Frog', 'Hen'),
			ask('All but one lay eggs. Which of them is not a bird?', 'Bat', 'Hen', 'Owl'),
			ask('Each of the following is a metal except', 'Glass', 'Tin', 'Iron')
		],
		good: [
			ask('Which animal does NOT lay eggs?', 'Cat', 'Frog', 'Hen'),
			ask('Why does oil not mix with water?', 'x', 'y', 'z'),
			ask('What happens if a plant does not get light?', 'It pales', 'It swells', 'It blooms'),
			ask('What is wrong with this sum?', 'x', 'y', 'z'),
			ask('Which of these takes at least an hour?', 'x', 'y', 'z')
		]
	},
	'unfocused-stem': {
		bad: [
			ask('Which one of the following statements is correct?', 'x', 'y', 'z'),
			ask('The heart of a mammal', 'x', 'y', 'z'),
			ask('Owls?', 'x', 'y', 'z')
		],
		good: [
			ask('Who wrote Hamlet?', 'x', 'y', 'z'),
			ask('The capital of Peru is ___.', 'x', 'y', 'z'),
			ask('Which statement about the boiling point of water on high mountains is true?', 'x', 'y', 'z'),
			aNumeric({ prompt: 'Estimate the height of the tower.' }),
			judge('Owls hunt by night.')
		]
	},
	'selection-directions': {
		bad: [askMany('Which rivers flow through Germany?', 'Rhine', 'Elbe', 'Seine')],
		good: [
			askMany('Which two rivers flow through Germany?', 'Rhine', 'Elbe', 'Seine'),
			askMany('Which rivers flow through Germany? Tick all that apply.', 'Rhine', 'Elbe', 'Seine'),
			askMany('Which rivers flow through Germany? (Choose 2)', 'Rhine', 'Elbe', 'Seine')
		]
	},
	attribution: {
		claim: aClaim({ kind: 'judgement' }),
		bad: [
			judge('Cities are too loud.'),
			ask('What is the worst habit of our time?', 'Haste', 'Sloth', 'Greed')
		],
		good: [
			judge('The author finds cities too loud.'),
			ask('According to the article, what is the worst habit?', 'x', 'y', 'z')
		]
	},
	'reading-load': {
		bad: [ask(`${'word '.repeat(60)}?`, 'x', 'y', 'z'), ask(WHICH, 'a', 'b', 'word '.repeat(30))],
		good: [ask(`${'word '.repeat(40)}?`, 'x', 'y', 'z')]
	},
	'key-length': {
		bad: [
			ask(WHICH, 'The Volga, which flows through most of western Russia', 'The Rhine', 'The Elbe'),
			ask(WHICH, 'The Volga', 'The Rhine with all of its side arms', 'The Elbe together with the Moldau')
		],
		good: [
			ask(WHICH, 'The Volga in Russia', 'The Rhine', 'The Elbe'),
			ask(WHICH, 'Photosynthesis', 'Rust', 'Fire')
		]
	},
	'key-detail': {
		bad: [
			ask(WHICH, 'The Volga, 3,500 km', 'The Rhine and Maas', 'The Elbe and Oder'),
			ask(WHICH, 'Volga, such as in Kazan', 'Rhine as seen in Bonn', 'Elbe as seen in Dresden')
		],
		good: [
			ask(WHICH, 'The Volga, 3,500 km', 'The Rhine, 1,200 km', 'The Elbe'),
			ask(WHICH, 'Volga', 'Rhine', 'Elbe')
		]
	},
	clang: {
		bad: [
			ask('Which cell carries oxygen in the blood?', 'The red blood cell', 'The neuron', 'The osteoblast')
		],
		good: [
			ask(
				'Which cell carries oxygen in the blood?',
				'The red blood cell',
				'The white blood cell',
				'The neuron'
			),
			ask('Which animal gives wool?', 'Sheep', 'Pig', 'Hen')
		]
	},
	'grammar-clue': {
		bad: [
			ask('An animal that eats plants is a ___', 'herbivore', 'omnivore', 'insectivore'),
			ask('The smallest bones of the body are', 'the ossicles', 'the femur', 'the skull'),
			aCloze({
				text: 'He plays an {gap}.',
				gaps: [{ id: 'gap', options: makeOptions(['oboe', 'flute', 'drum'], 1) }]
			})
		],
		good: [
			ask('An animal that eats plants is a ___', 'herbivore', 'carnivore', 'omnivore'),
			ask('Which animals are reptiles?', 'Snakes', 'Frogs', 'Newts')
		]
	},
	absolutes: {
		bad: [
			ask('When is a fever treated?', 'When it lasts', 'Always at once', 'After a week'),
			ask('Who may enter?', 'Members', 'Only men', 'Only adults')
		],
		good: [
			ask('Who may enter?', 'Only members', 'Only men', 'Everybody'),
			ask('Who may enter?', 'Members', 'Only men', 'Guests')
		]
	},
	'hedged-key': {
		bad: [ask('What does rain do?', 'It often cools the air', 'It heats the air', 'It dries the air')],
		good: [ask('What does rain do?', 'It often cools the air', 'It often heats the air', 'It dries the air')]
	},
	'empty-explanation': {
		bad: [
			explain('Correct!'),
			explain('The answer is Lima.'),
			explain('Lima is the capital of Peru.'),
			explain('That is right: Lima.')
		],
		good: [
			explain('Spain moved its viceroy there in 1535.'),
			explain('The capital of Peru is Lima, by the sea.')
		]
	},
	'empty-why': {
		bad: [aTrueFalse({ why: 'That is not correct.' }), aTrueFalse({ why: 'No, this is false.' })],
		good: [aTrueFalse({ why: 'Insects have six.' })]
	},
	'missing-why': {
		bad: [
			aSingleChoice({
				options: [
					{ id: 'a', text: 'A', correct: true },
					{ id: 'b', text: 'B' }
				]
			})
		],
		good: [aSingleChoice()]
	}
};

const ZH: Readonly<Record<string, Cases>> = {
	'option-overlap': {
		bad: [
			ask('水温多少？', '10至20度', '20至30度', '30至40度'),
			ask('有多少人？', '超过100人', '至少80人', '不到50人')
		],
		good: [
			ask('水温多少？', '10至19度', '20至29度', '30至39度'),
			ask('有多少人？', '少于100人', '正好100人', '多于100人')
		]
	},
	'all-of-the-above': {
		bad: [ask(WHICH_ZH, '以上都对', '莱茵河', '多瑙河'), ask(WHICH_ZH, '上述各项均正确', '莱茵河', '多瑙河')],
		good: [ask('谁可以投票？', '全体成年公民', '纳税的人', '会员')]
	},
	'none-of-the-above': {
		bad: [ask(WHICH_ZH, '以上都不对', '莱茵河', '多瑙河'), ask(WHICH_ZH, '没有正确答案', '莱茵河', '多瑙河')],
		good: [ask(WHICH_ZH, '伏尔加河', '莱茵河', '多瑙河')]
	},
	'combined-options': {
		bad: [
			ask(WHICH_ZH, 'A、B都对', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '①②', '①③', '②③'),
			ask(WHICH_ZH, '甲和乙', '甲', '丙')
		],
		good: [ask('生锈需要什么？', '水和氧气', '水和氮气', '盐和热')]
	},
	'negative-stem': {
		bad: [
			ask('下面哪个城市不在海边？', '北京', '青岛', '大连'),
			ask('以下说法错误的是哪一项？', '一', '二', '三')
		],
		good: [
			ask('下面哪个城市“不在”海边？', '北京', '青岛', '大连'),
			ask('油为什么不溶于水？', '一', '二', '三'),
			ask('如果植物得不到光，会发生什么？', '一', '二', '三')
		]
	},
	'unfocused-stem': {
		bad: [
			ask('以下哪项说法是正确的？', '一', '二', '三'),
			ask('下列叙述正确的是', '一', '二', '三'),
			ask('哺乳动物的心脏', '一', '二', '三')
		],
		good: [
			ask('谁写了《红楼梦》？', '一', '二', '三'),
			ask('秘鲁的首都是＿＿。', '一', '二', '三'),
			ask(WHICH_ZH, '一', '二', '三')
		]
	},
	'selection-directions': {
		bad: [askMany('哪些河流经过德国？', '莱茵河', '易北河', '塞纳河')],
		good: [
			askMany('哪些河流经过德国？选出所有正确的。', '莱茵河', '易北河', '塞纳河'),
			askMany('哪两条河经过德国？', '莱茵河', '易北河', '塞纳河')
		]
	},
	attribution: {
		claim: aClaim({ kind: 'recommendation' }),
		bad: [judge('城市应当禁止汽车。')],
		good: [judge('文章主张城市禁止汽车。'), judge('据该专家看来，城市应当禁止汽车。')]
	},
	'reading-load': {
		bad: [ask('很'.repeat(120) + '？', '一', '二', '三')],
		good: [ask('很'.repeat(80) + '？', '一', '二', '三')]
	},
	'key-length': {
		bad: [ask(WHICH_ZH, '流经俄罗斯西部大片平原的伏尔加河', '莱茵河', '多瑙河')],
		good: [ask(WHICH_ZH, '伏尔加河', '莱茵河', '泰晤士河')]
	},
	'key-detail': {
		bad: [ask(WHICH_ZH, '伏尔加河，长3500千米', '莱茵河，流向北海', '多瑙河，流向黑海')],
		good: [ask(WHICH_ZH, '伏尔加河，长3500千米', '莱茵河，长1200千米', '多瑙河')]
	},
	clang: {
		bad: [ask('血液里运送氧气的是什么？', '红色的血液细胞', '神经元', '骨头')],
		good: [ask('血液里运送氧气的是什么？', '红细胞', '白细胞', '血小板')]
	},
	absolutes: {
		bad: [ask('发烧时怎么办？', '先观察一天', '绝对不能喝水', '去晒太阳')],
		good: [ask('发烧时怎么办？', '先观察一天', '盖上厚被子', '去晒太阳')]
	},
	'hedged-key': {
		bad: [ask('下雨对气温有什么影响？', '往往会降温', '会升温', '会变得干燥')],
		good: [ask('下雨对气温有什么影响？', '往往会降温', '往往会升温', '会变得干燥')]
	},
	'empty-explanation': {
		bad: [explain('正确，答案是Lima。', '秘鲁的首都是哪里？')],
		good: [explain('西班牙人1535年在海边建了这座城。', '秘鲁的首都是哪里？')]
	},
	'empty-why': {
		bad: [aTrueFalse({ why: '这种说法是错误的。' })],
		good: [aTrueFalse({ why: '昆虫有六条腿。' })]
	}
};

function rulesOf(question: Question, language: string, claim?: Claim): readonly string[] {
	return lintQuestion({ question, claim, words: findWords(language), voices: [] }).map(
		({ rule }) => rule.name
	);
}

const TABLES = [
	{ language: 'en', table: EN },
	{ language: 'zh-Hans', table: ZH }
];

describe.each(TABLES)('rules on questions in $language', ({ language, table }) => {
	it.each(Object.entries(table))('%s flags what it must, and nothing else', (rule, { bad, good, claim }) => {
		for (const question of bad)
			expect(rulesOf(question, language, claim), JSON.stringify(question)).toContain(rule);
		for (const question of good)
			expect(rulesOf(question, language, claim), JSON.stringify(question)).not.toContain(rule);
	});
});

describe('rules on questions', () => {
	it('have each an example', () => {
		expect(Object.keys(EN).sort()).toEqual(QUESTION_RULES.map(({ name }) => name).sort());
	});

	it('leave words alone in a language of which nothing is known, and see its structure', () => {
		expect(rulesOf(ask('Welche?', 'All of the above', 'A and B'), 'de')).toEqual(['option-count']);
	});
});
