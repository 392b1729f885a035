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

/** A question of which a wrong option says why it is wrong. */
function answerWrongly(text: string, why: string): Question {
	const [key, other] = makeOptions(['Volga', text], 1);
	return aSingleChoice({ prompt: WHICH, options: [key!, { ...other!, why }] });
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
			ask('How many people came?', '1,000', '1000', '20'),
			ask('How many people came?', 'two in ten', 'thirty per cent', '30 %'),
			ask('What is sold?', 'Figs', 'Oil and soap', 'Soap and oil'),
			ask('What is sold?', 'Figs', 'Oil and soap from Nablus', 'Soap and oil from Nablus')
		],
		good: [
			ask(WHICH, 'Volga', 'Danube', 'Lower Danube'),
			ask('When does it close?', 'before noon', 'after noon', 'at noon'),
			ask('What is sold?', 'Figs', 'Oil and soap', 'Oil and salt')
		]
	},
	'option-overlap': {
		bad: [
			ask('How heavy is it?', '10–20 kg', '20–30 kg', '30–40 kg'),
			ask('How many rooms?', 'At least 12 rooms', 'More than 20 rooms', 'Fewer than 5 rooms'),
			ask('How old is it?', 'between 50 and 90 years', 'under 60 years', 'over 100 years'),
			ask('Who may enter?', '12 or older', '14 or older', 'Nobody'),
			ask('How long is it?', '5 m or less', '9 m at most', 'over 20 m'),
			ask('Who signs?', 'The mayor', 'The mayor or a clerk', 'The council')
		],
		good: [
			ask('How heavy is it?', '10–19 kg', '20–29 kg', '30–39 kg'),
			ask(
				'What follows?',
				'It is below 10.88 million',
				'It is exactly 10.88 million',
				'It is above 10.88 million'
			),
			ask('What is lost?', 'Less than 5 minutes', 'More than 3 euros', 'Nothing'),
			ask('Who signs?', 'The mayor', 'The clerk or the council', 'The judge or the mayors')
		]
	},
	'option-count': {
		bad: [ask(WHICH, 'Volga', 'Danube'), ask(WHICH, ...'abcdef')],
		good: [ask(WHICH, 'Volga', 'Danube', 'Rhine')]
	},
	'number-order': {
		bad: [
			ask('How many strings has a harp?', '47', '22', '88'),
			ask('In which year?', '1901', '1950', '1999'),
			ask('How many legs has a spider?', 'Eight', 'Six', 'Ten')
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
			ask(WHICH, 'All of the options are correct', 'Volga', 'Rhine'),
			ask(WHICH, 'Any of these', 'Volga', 'Rhine'),
			ask(WHICH, 'Every one of the rivers above', 'Volga', 'Rhine'),
			ask(WHICH, 'All of what is named here', 'Volga', 'Rhine')
		],
		good: [
			ask('Who may vote?', 'All citizens over 18', 'Everybody who pays tax', 'Members only'),
			ask('Who may vote?', 'All those who pay tax', 'All of the three consuls', 'Any adult'),
			ask('How many of the bridges stand?', 'All of them', 'Two', 'Four')
		]
	},
	'combined-options': {
		bad: [
			ask(WHICH, 'A and B', 'Volga', 'Rhine'),
			ask(WHICH, 'Both of the above', 'Volga', 'Rhine'),
			ask(WHICH, 'Only (b) and (c)', 'Volga', 'Rhine'),
			ask(WHICH, 'Both the second and the third option', 'Volga', 'Rhine'),
			ask(WHICH, 'B and C are both correct', 'Volga', 'Rhine')
		],
		good: [
			ask('What wins?', 'The first reason', 'The second and last act', 'Neither side'),
			ask('What does rust need?', 'Water and oxygen', 'Salt and heat', 'A and the B minor chord')
		]
	},
	'none-of-the-above': {
		bad: [
			ask(WHICH, 'None of the above', 'Volga', 'Rhine'),
			ask(WHICH, 'Volga', 'Rhine', 'None of the options'),
			ask(WHICH, 'Volga', 'Rhine', 'No answer is right'),
			ask(WHICH, 'Volga', 'Rhine', 'Not one of these')
		],
		good: [
			ask('How much money was left?', 'None at all after the tax', 'Half of it', 'A third'),
			ask('How many of the bridges stand?', 'None', 'Two', 'Four'),
			ask('Which is older, the tower or the bridge?', 'The tower', 'The bridge', 'Neither'),
			ask('What was said?', 'No reason is given', 'No answer came', 'Nothing new')
		]
	},
	'negative-stem': {
		bad: [
			ask('Which animal does not lay eggs?', 'Cat', 'Frog', 'Hen'),
			ask('All but one lay eggs. Which of them is not a bird?', 'Bat', 'Hen', 'Owl'),
			ask('Each of the following is a metal except', 'Glass', 'Tin', 'Iron'),
			ask('All are metals, except which one?', 'Glass', 'Tin', 'Iron'),
			ask('Name the animal that does not lay eggs.', 'Cat', 'Frog', 'Hen'),
			ask('Which animal is no bird?', 'Cat', 'Owl', 'Hen'),
			ask('Which tool is least useful here?', 'x', 'y', 'z')
		],
		good: [
			ask('Which animal does NOT lay eggs?', 'Cat', 'Frog', 'Hen'),
			ask('Why does oil not mix with water?', 'x', 'y', 'z'),
			ask('What happens if a plant does not get light?', 'It pales', 'It swells', 'It blooms'),
			ask('What is wrong with this sum?', 'x', 'y', 'z'),
			ask('Which of these takes at least an hour?', 'x', 'y', 'z'),
			ask('What do all members except the chair do?', 'Vote', 'Speak', 'Leave'),
			ask('Which road takes the least time?', 'x', 'y', 'z'),
			ask('Which road is no longer used?', 'x', 'y', 'z'),
			ask('Name the rule that, if not kept, costs a fine.', 'x', 'y', 'z')
		]
	},
	'unfocused-stem': {
		bad: [
			ask('Which one of the following statements is correct?', 'x', 'y', 'z'),
			ask('The heart of a mammal', 'x', 'y', 'z'),
			ask('Owls?', 'x', 'y', 'z'),
			ask('What can be said about owls?', 'x', 'y', 'z'),
			ask('Which of the following applies?', 'x', 'y', 'z'),
			ask('Choose the correct statement.', 'x', 'y', 'z'),
			ask('An owl is', 'x', 'y', 'z')
		],
		good: [
			ask('Who wrote Hamlet?', 'x', 'y', 'z'),
			ask('The capital of Peru is ___.', 'x', 'y', 'z'),
			ask('Which statement about the boiling point of water on high mountains is true?', 'x', 'y', 'z'),
			aNumeric({ prompt: 'Estimate the height of the tower.' }),
			ask('Who wrote Hamlet? Choose the correct answer.', 'x', 'y', 'z'),
			ask('A bird that hunts by night is called an', 'x', 'y', 'z'),
			ask('When the price of a good falls, buyers of it', 'x', 'y', 'z'),
			judge('Owls hunt by night.')
		]
	},
	'selection-directions': {
		bad: [askMany('Which rivers flow through Germany?', 'Rhine', 'Elbe', 'Seine')],
		good: [
			askMany('Which two rivers flow through Germany?', 'Rhine', 'Elbe', 'Seine'),
			askMany('Which rivers flow through Germany? Tick all that apply.', 'Rhine', 'Elbe', 'Seine'),
			askMany('Which rivers flow through Germany? (Choose 2)', 'Rhine', 'Elbe', 'Seine'),
			askMany('Which rivers flow through Germany? There are two.', 'Rhine', 'Elbe', 'Seine')
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
			ask('According to the article, what is the worst habit?', 'x', 'y', 'z'),
			ask('What is the worst habit in the eyes of the poet?', 'x', 'y', 'z'),
			ask('As Seneca saw it, what is the worst habit?', 'x', 'y', 'z'),
			ask('Which cure does Seneca propose?', 'x', 'y', 'z'),
			ask('Which cure does Seneca admire?', 'x', 'y', 'z')
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
			ask(WHICH, 'Photosynthesis', 'Rust', 'Fire'),
			ask(WHICH, 'All of the rivers listed here', 'Rhine', 'Elbe')
		]
	},
	'key-detail': {
		bad: [
			ask(WHICH, 'The Volga, 3,500 km', 'The Rhine and Maas', 'The Elbe and Oder'),
			ask(WHICH, 'Volga, such as in Kazan', 'Rhine as seen in Bonn', 'Elbe as seen in Dresden'),
			ask(WHICH, 'Volga, as the Oka joins it', 'Rhine without the Maas', 'Elbe without the Oder'),
			ask(WHICH, 'Volga, e.g. in Kazan', 'Rhine down in Bonn', 'Elbe down in Riesa')
		],
		good: [
			ask(WHICH, 'The Volga, 3,500 km', 'The Rhine, 1,200 km', 'The Elbe'),
			ask(WHICH, 'Volga', 'Rhine', 'Elbe'),
			ask(WHICH, '1 and 3', 'Rhine', 'Elbe')
		]
	},
	clang: {
		bad: [
			ask('Which cell carries oxygen in the blood?', 'The red blood cell', 'The neuron', 'The osteoblast'),
			ask('What does a thermometer measure?', 'Thermal motion', 'Weight', 'Speed')
		],
		good: [
			ask(
				'Which cell carries oxygen in the blood?',
				'The red blood cell',
				'The white blood cell',
				'The neuron'
			),
			ask('Which animal gives wool?', 'Sheep', 'Pig', 'Hen'),
			ask('Which goods were transported?', 'Translations', 'Salt', 'Wool')
		]
	},
	'grammar-clue': {
		bad: [
			ask('An animal that eats plants is a ___', 'herbivore', 'omnivore', 'insectivore'),
			ask('The smallest bones of the body are', 'the ossicles', 'the femur', 'the skull'),
			ask('An animal that eats plants is a ____.', 'herbivore', 'omnivore', 'insectivore'),
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
			ask('Who may enter?', 'Members', 'Only men', 'Guests'),
			ask('Who may enter?', 'Members', 'Everyone', 'No one')
		]
	},
	'hedged-key': {
		bad: [
			ask('What does rain do?', 'It often cools the air', 'It heats the air', 'It dries the air'),
			ask('What does rain do?', 'In many places it cools the air', 'It heats the air', 'It dries the air')
		],
		good: [
			ask('What does rain do?', 'It often cools the air', 'It often heats the air', 'It dries the air'),
			ask('What does rain do?', 'It makes snails appear', 'It makes bees sting', 'It kills moss')
		]
	},
	'empty-explanation': {
		bad: [
			explain('Correct!'),
			explain('The answer is Lima.'),
			explain('Lima is the capital of Peru.'),
			explain('That is right: Lima.'),
			explain('The first option is the correct choice.')
		],
		good: [
			explain('Spain moved its viceroy there in 1535.'),
			explain('The capital of Peru is Lima, by the sea.')
		]
	},
	'empty-why': {
		bad: [
			aTrueFalse({ why: 'That is not correct.' }),
			aTrueFalse({ why: 'No, this is false.' }),
			aTrueFalse({ why: 'Wrong, please try again.' }),
			aTrueFalse({ why: 'Almost, but no.' }),
			answerWrongly('The Danube', 'It is not the Danube.'),
			answerWrongly('None of these', 'One of the three is.')
		],
		good: [
			aTrueFalse({ why: 'Insects have six.' }),
			answerWrongly('The Danube in Germany', 'Not in Germany.'),
			answerWrongly('It has no bridges', 'It has many.'),
			answerWrongly('It has no bridges', 'The state has plenty.')
		]
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
	'option-duplicate': {
		bad: [
			ask('卖的是什么？', '无花果', '油和肥皂', '肥皂和油'),
			ask('占多少？', '一半', '两成', '百分之二十')
		],
		good: [ask('卖的是什么？', '无花果', '油和肥皂', '油和盐')]
	},
	'number-order': {
		bad: [ask('蜘蛛有几条腿？', '八条', '六条', '十二条')],
		good: [ask('买了什么？', '三个苹果', '十个梨', '五个桃')]
	},
	'option-overlap': {
		bad: [
			ask('水温多少？', '10至20度', '20至30度', '30至40度'),
			ask('有多少人？', '超过100人', '至少80人', '不到50人'),
			ask('由谁签字？', '市长', '市长或者书记员', '议会')
		],
		good: [
			ask('水温多少？', '10至19度', '20至29度', '30至39度'),
			ask('有多少人？', '少于100人', '正好100人', '多于100人')
		]
	},
	'all-of-the-above': {
		bad: [
			ask(WHICH_ZH, '以上都对', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '上述各项均正确', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '两者都会', '莱茵河', '多瑙河')
		],
		good: [ask('谁可以投票？', '全体成年公民', '纳税的人', '会员')]
	},
	'none-of-the-above': {
		bad: [
			ask(WHICH_ZH, '以上都不对', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '没有正确答案', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '哪一个都不是', '莱茵河', '多瑙河')
		],
		good: [ask(WHICH_ZH, '伏尔加河', '莱茵河', '多瑙河'), ask('还剩多少座桥？', '一个也没有', '两座', '四座')]
	},
	'combined-options': {
		bad: [
			ask(WHICH_ZH, 'A、B都对', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '①②', '①③', '②③'),
			ask(WHICH_ZH, '甲和乙', '甲', '丙'),
			ask(WHICH_ZH, '第二项和第三项', '莱茵河', '多瑙河'),
			ask(WHICH_ZH, '二、三两项', '莱茵河', '多瑙河')
		],
		good: [ask('生锈需要什么？', '水和氧气', '水和氮气', '盐和热')]
	},
	'negative-stem': {
		bad: [
			ask('下面哪个城市不在海边？', '北京', '青岛', '大连'),
			ask('以下说法错误的是哪一项？', '一', '二', '三'),
			ask('会费不包括什么？', '午餐', '课本', '水电')
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
			ask('请选出正确的一项。', '一', '二', '三'),
			ask('下列哪一项符合原文？', '一', '二', '三'),
			ask('关于猫，哪种说法成立？', '一', '二', '三'),
			ask('哺乳动物的心脏', '一', '二', '三')
		],
		good: [
			ask('谁写了《红楼梦》？', '一', '二', '三'),
			ask('秘鲁的首都是＿＿。', '一', '二', '三'),
			ask('咖啡涨价时，茶叶的销量会', '一', '二', '三'),
			ask('《哈姆雷特》是谁写的？请选出正确的答案。', '一', '二', '三'),
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
		good: [
			judge('文章主张城市禁止汽车。'),
			judge('据该专家看来，城市应当禁止汽车。'),
			judge('在诗人眼里，城市应当禁止汽车。'),
			judge('罗斯金不喜欢城市里有汽车。')
		]
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
		good: [
			ask('血液里运送氧气的是什么？', '红细胞', '白细胞', '血小板'),
			ask('英格兰的国王曾是哪国人？', '苏格兰人', '丹麦人', '法国人')
		]
	},
	absolutes: {
		bad: [ask('发烧时怎么办？', '先观察一天', '绝对不能喝水', '去晒太阳')],
		good: [
			ask('发烧时怎么办？', '先观察一天', '盖上厚被子', '去晒太阳'),
			ask('剩下什么？', '一座桥', '两座桥都在', '没有桥')
		]
	},
	'hedged-key': {
		bad: [ask('下雨对气温有什么影响？', '往往会降温', '会升温', '会变得干燥')],
		good: [
			ask('下雨对气温有什么影响？', '往往会降温', '往往会升温', '会变得干燥'),
			ask('起作用的是什么？', '相对成本', '绝对成本', '运输成本')
		]
	},
	'empty-explanation': {
		bad: [
			explain('正确，答案是Lima。', '秘鲁的首都是哪里？'),
			explain('由文章可知，应选第一项。', '秘鲁的首都是哪里？')
		],
		good: [explain('西班牙人1535年在海边建了这座城。', '秘鲁的首都是哪里？')]
	},
	'empty-why': {
		bad: [aTrueFalse({ why: '这种说法是错误的。' }), aTrueFalse({ why: '答错了，请再试一次。' })],
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
