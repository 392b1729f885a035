/** What stands within the braces of a GIFT question. Escaped signs are hidden in all that comes in. */

export interface GiftChoice {
	readonly sign: '=' | '~';
	/** Of the full marks; absent where none is given. */
	readonly share?: number;
	readonly text: string;
	readonly feedback: string;
}

export type GiftAnswers =
	| { readonly kind: 'essay' }
	| { readonly kind: 'true-false'; readonly answer: boolean; readonly feedback: readonly string[] }
	| { readonly kind: 'numbers'; readonly choices: readonly GiftChoice[] }
	| { readonly kind: 'pairs'; readonly choices: readonly GiftChoice[] }
	| { readonly kind: 'short'; readonly choices: readonly GiftChoice[] }
	| { readonly kind: 'options'; readonly choices: readonly GiftChoice[] }
	| { readonly kind: 'steps'; readonly steps: readonly string[] }
	| { readonly kind: 'unknown' };

export interface GiftInside {
	readonly answers: GiftAnswers;
	readonly general: string;
}

export function readInside(inside: string): GiftInside {
	const mark = inside.indexOf('####');
	const general = mark === -1 ? '' : inside.slice(mark + 4).trim();
	return { answers: readAnswers((mark === -1 ? inside : inside.slice(0, mark)).trim()), general };
}

function readAnswers(body: string): GiftAnswers {
	if (body === '') return { kind: 'essay' };
	const truth = /^(T|TRUE|F|FALSE)\s*(?:#([^]*))?$/i.exec(body);
	if (truth) return readTruth(truth);
	if (body.startsWith('#')) return { kind: 'numbers', choices: readNumbers(body.slice(1)) };
	if (body.startsWith('>')) return readSteps(body.slice(1));
	const choices = readChoices(body);
	if (choices.length === 0 || !/^[=~]/.test(body)) return { kind: 'unknown' };
	if (choices.some(({ sign }) => sign === '~')) return { kind: 'options', choices };
	if (choices.every(({ text }) => text.includes('->'))) return { kind: 'pairs', choices };
	return { kind: 'short', choices };
}

function readTruth([, word, feedback = '']: RegExpExecArray): GiftAnswers {
	const parts = feedback.split('#').map((part) => part.trim());
	return { kind: 'true-false', answer: /^t/i.test(word!), feedback: parts };
}

/** The number may stand alone, or several with signs before them. */
function readNumbers(body: string): readonly GiftChoice[] {
	const trimmed = body.trim();
	return readChoices(/^[=~]/.test(trimmed) ? trimmed : `=${trimmed}`);
}

function readChoices(body: string): readonly GiftChoice[] {
	return [...body.matchAll(/([=~])([^=~]*)/g)].map(([, sign, rest]) => readChoice(sign as '=' | '~', rest!));
}

function readChoice(sign: '=' | '~', rest: string): GiftChoice {
	const [, percent] = /^\s*%(-?\d{1,3}(?:\.\d{1,6})?)%/.exec(rest) ?? [];
	const body = percent === undefined ? rest : rest.slice(rest.indexOf('%', rest.indexOf('%') + 1) + 1);
	const mark = body.indexOf('#');
	return {
		sign,
		...(percent !== undefined && { share: Number(percent) / 100 }),
		text: (mark === -1 ? body : body.slice(0, mark)).trim(),
		feedback: mark === -1 ? '' : body.slice(mark + 1).trim()
	};
}

/** Moodle's ordering: settings on the first line, then a step a line. */
function readSteps(body: string): GiftAnswers {
	const [settings = '', ...lines] = body.split('\n');
	const words = settings
		.trim()
		.split(/\s+/)
		.filter((word) => !/^(\d+|[A-Z_]+|none|abc|ABCD|123|iii|IIII)$/.test(word));
	const first = words.length > 0 ? [words.join(' ')] : [];
	return {
		kind: 'steps',
		steps: [...first, ...lines].map((line) => line.trim()).filter((line) => line !== '')
	};
}
