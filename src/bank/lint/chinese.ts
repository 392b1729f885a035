/** How Chinese texts are compared without a dictionary, and how a Chinese stem says no. */

/** Signs of grammar: a pair with one of them seldom carries meaning. */
const GRAMMAR = new Set([
	...'的了着过是在有和与或及而但也都就不没把被将从到对为以于其之这那哪些个项种一什么怎样谁几多少吗呢吧啊它他她们我你您最更很会能可要应该由向给让使则并且又还只因所如何下列以上面中里外内时候前后来去按据请选出各每'
]);
const COMMON_PAIRS = new Set(
	'文章 作者 报告 认为 说法 正确 错误 原因 主要 属于 称为 叫做 名称 指出 根据 可以 表示 需要 通常 进行 问题 方法 情况 特点 作用 人们 最早 最大 哪里 地方 方式 建议 主张 位于 国家 城市 时间 世界 中国 下面 关于 描述 发生 成为 用来 用于 主张 建议 直接 目的 结果 影响 做法 理由 部分'.split(
		' '
	)
);

/** Pairs of neighbouring signs, and numbers and Latin words whole. */
export function readBigrams(text: string): readonly string[] {
	const pairs: string[] = [];
	for (const [run] of text
		.normalize('NFKC')
		.toLowerCase()
		.matchAll(/\p{Script=Han}+|\d[\d,.]*\d|\d|[a-z]{2,}/gu)) {
		if (!/\p{Script=Han}/u.test(run)) pairs.push(run.replace(/,/g, ''));
		pairs.push(...readNames(run));
		const signs = [...run];
		for (let index = 0; index + 1 < signs.length; index++) {
			const [first, second] = [signs[index]!, signs[index + 1]!];
			if (!/\p{Script=Han}/u.test(first) || GRAMMAR.has(first) || GRAMMAR.has(second)) continue;
			if (NAME_SIGNS.has(first) && NAME_SIGNS.has(second)) continue;
			if (!COMMON_PAIRS.has(first + second)) pairs.push(first + second);
		}
	}
	return pairs;
}

/** By which foreign names are written; a pair of them is in many names that have nothing else in common. */
const NAME_SIGNS = new Set([
	...'斯尔克兰格特德勒姆尼亚利拉维罗巴卡达伊奥莫诺赛费萨瓦娜莱洛伦纳里加哈坦塔弗迪'
]);
const NAME = new RegExp(`.?[${[...NAME_SIGNS].join('')}]{2,}`, 'gu');

/** Foreign names whole; one of two such signs with the sign before it: 英格兰, 苏格兰. */
function readNames(run: string): readonly string[] {
	return [...run.matchAll(NAME)].map(([name]) => (name.length > 3 ? name.slice(1) : name));
}

/** Signs that carry meaning one by one, for texts too short to have pairs. */
export function readSigns(text: string): readonly string[] {
	const signs =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/\p{Script=Han}|\d[\d,.]*\d|\d|[a-z]{2,}/gu) ?? [];
	return signs.filter((sign) => !GRAMMAR.has(sign));
}

const EMPHASISED = /[“"「『【‘《*]+[^”"」』】’》*]{1,12}[”"」』】’》*]+/g;
const NEGATIVE =
	/不属于|不包括|不包含|不正确|不符合|没有|无法|错误|并非|除外|有误|(?<!最)不(?![同仅久断但少止过间利出得了懈])/;
const CONDITION =
	/如果|假如|若|因为|由于|为什么|为何|怎么|怎样|如何|在哪|当.{0,12}时|没有.{1,8}(?:时|会|就|的话)|不.{1,8}(?:会|就)(?:怎|发生|出现)/;

/** The words that turn the question round: 不是, 不属于, 除……外. A negative fact asked for as such is none. */
export function findNegatives(stem: string): readonly string[] {
	const plain = stem.replace(EMPHASISED, '');
	const except = /除了?[^，,。？?]{1,12}(?:以外|之外|外)[，,]?[^，,。]{0,6}(?:哪|都|均)|除(?:了)?哪/.exec(
		plain
	);
	if (except) return ['除……外'];
	// What stands before the question is its setting, and may well be negative.
	const question =
		plain.split(/[。！；\n]/).find((sentence) => /哪|下列|以下|下面|什么|谁/.test(sentence)) ?? '';
	if (CONDITION.test(question)) return [];
	const word =
		NEGATIVE.exec(question.slice(question.search(/哪|下列|以下|下面|什么|谁/)))?.[0] ??
		HEAD.exec(question)?.[1] ??
		OBJECT.exec(question)?.[1];
	return word === undefined ? [] : [word];
}

/** The asking word as what is denied: 不包括哪一步. */
const OBJECT =
	/((?<!最)不(?:是|属于|包括|包含|含有?|需要|符合|适用于))(?:下列|以下|下面)?(?:的)?(?:哪|什么|谁)/;

/** The negative before the asking word: 不属于弦乐器的是哪一个. */
const HEAD = /((?<!最)不(?:是|属于|包括|能|会|需要|在|适合|应)|没有)[^，,]*的(?:是|有)?(?:哪|什么|谁)/;
