import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './command.ts';
import { openPrompt } from './prompt.ts';

/** A copy of the good fixtures, which the commands may write to. */
let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'grasp-'));
	await cp('tests/fixtures/questions/good', root, { recursive: true });
	vi.stubEnv('GRASP_QUESTIONS', root);
});

afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(root, { recursive: true });
});

const pathOf = (name: string) => join(root, 'networks', name);
const read = (name: string) => readFile(pathOf(name), 'utf8');

async function change(name: string, from: string, to: string) {
	const before = await read(name);
	expect(before).toContain(from);
	await writeFile(pathOf(name), before.replace(from, to));
}

async function run(args: readonly string[], answers: readonly string[] = []) {
	let out = '';
	let err = '';
	const given = [...answers];
	const code = await main(['questions', ...args], {
		out: (text) => (out += text),
		err: (text) => (err += text),
		ask: () => Promise.resolve(given.shift() ?? '')
	});
	return { code, out, err };
}

describe('questions ids', () => {
	it('enters every id once, and then finds them all', async () => {
		expect(await run(['ids', '--check'])).toMatchObject({
			code: 1,
			out: expect.stringContaining('ids/no-ledger')
		});
		expect(await run(['ids'])).toMatchObject({ code: 0, out: expect.stringMatching(/(\d+) ids, \1 new/) });
		const ledger = await read('ids.txt');
		expect(ledger).toContain('\noption q-cloze/goal/strong\n');
		expect(await run(['ids'])).toMatchObject({ code: 0, out: expect.stringContaining(', 0 new') });
		expect(await run(['ids', '--check'])).toMatchObject({ code: 0 });
		expect(await read('ids.txt')).toBe(ledger);
	});

	it('tells of an option that vanished, until it is retired', async () => {
		await run(['ids']);
		await change('01-kinds.zh.yaml', ' reach: {', ' range: {');
		await change('01-kinds.yaml', 'id: reach,', 'id: range,');
		expect((await run(['check'])).out).toMatch(/ids\.txt:\d+:1 ids\/vanished .*"option q-multiple\/reach"/);
		expect((await run(['ids'])).code).toBe(1);
		await change('ids.txt', 'option q-multiple/reach', 'option q-multiple/reach retired: said better');
		expect((await run(['check'])).code).toBe(0);
		expect((await run(['ids', '--check'])).out).toContain('ids/unlisted');
		expect((await run(['ids'])).out).toContain(', 1 new');
	});

	it('tells of a retired id that is used again, where it is used', async () => {
		await run(['ids']);
		await change('ids.txt', 'question q-numeric\n', 'question q-numeric retired: too easy\n');
		expect((await run(['check'])).out).toMatch(/01-kinds\.yaml:\d+:\d+ ids\/reused/);
	});
});

describe('questions new', () => {
	it('adds a question whose words are left to write, and leaves the rest as it was', async () => {
		const names = ['01-kinds.yaml', '01-kinds.zh.yaml'];
		const before = await Promise.all(names.map(read));
		const { code, out } = await run(['new', 'networks', 'stations', 'cloze']);
		expect(code).toBe(0);
		expect(out).toContain('What comes next');
		const after = await Promise.all(names.map(read));
		for (const [index, text] of after.entries()) expect(text.startsWith(before[index]!)).toBe(true);
		expect(after[0]).toContain(
			'- id: stations-1\n    kind: cloze\n    claim: stations\n    level: analyse\n'
		);
		const codes = (await run(['check'])).out.match(/\w+\/[\w-]+(?= expected)/g);
		expect(new Set(codes)).toEqual(new Set(['words/left-to-write']));
	});

	it('asks for what is not given, again where the answer fits nothing', async () => {
		const { code, err } = await run(['new'], ['statoins', 'stations', 'numeric']);
		expect(err).toContain('did you mean "stations"?');
		expect(code).toBe(0);
		await run(['new'], ['stations', 'numeric']);
		expect(await read('01-kinds.yaml')).toContain('- id: stations-2\n');
	});

	it.each([
		['nobody answers', [], []],
		['a given claim is not there', ['networks', 'nothing'], ['numeric']]
	])('writes nothing where %s', async (_, args, answers) => {
		const before = await read('01-kinds.yaml');
		expect((await run(['new', ...args], answers)).code).toBe(1);
		expect(await read('01-kinds.yaml')).toBe(before);
	});

	it('gives no id that was ever used', async () => {
		await writeFile(pathOf('ids.txt'), 'question stations-1 retired: too easy\n');
		await run(['new', 'networks', 'stations', 'numeric']);
		expect(await read('01-kinds.yaml')).toContain('- id: stations-2\n');
	});
});

describe('openPrompt', () => {
	it('takes answers line by line, and the end of the input for none', async () => {
		const [input, output] = [new PassThrough(), new PassThrough()];
		const { ask, close } = openPrompt(input, output);
		input.end(' one \ntwo\n');
		expect([await ask('A? '), await ask('B? '), await ask('C? ')]).toEqual(['one', 'two', '']);
		expect(String(output.read())).toBe('A? B? C? ');
		close();
	});
});

describe('questions guess', () => {
	it('plays each language, and fails once a strategy beats chance', async () => {
		const { code, out } = await run(['guess']);
		expect(code).toBe(0);
		expect(out).toContain('networks (en)\nstrategy');
		expect(out).toContain('networks (zh)\nstrategy');
		const statements = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
			(sign) =>
				`  - { id: true-${sign}, kind: true-false, claim: effort, level: remember, prompt: P, answer: true, why: W, explanation: E }\n`
		);
		await rm(pathOf('01-kinds.zh.yaml'));
		await rm(pathOf('02-second.zh.yaml'));
		await rm(pathOf('course.zh.yaml'));
		await writeFile(pathOf('02-second.yaml'), (await read('02-second.yaml')) + statements.join(''));
		const given = await run(['guess', join(root, 'networks')]);
		expect(given.out).toMatch(/always true .* beats chance/);
		expect(given.code).toBe(1);
	});
});

describe('questions coverage', () => {
	it('shows holes first, and fails on them only if it is to be strict', async () => {
		const { code, out } = await run(['coverage']);
		expect(out).toMatch(/1 claim with holes\n\nsection .*\nsecond +effort /);
		expect(code).toBe(0);
		expect((await run(['coverage', '--strict'])).code).toBe(1);
	});
});

describe('questions overlap', () => {
	const LINE = 'Most of all: the count is said to be more than half of the total.';

	it('tells what is repeated, where, and fails above the limit', async () => {
		await writeFile(join(root, '.source.txt'), `A title\n\n${LINE}\n`);
		const { code, out } = await run(['overlap', join(root, '.source.txt'), '--questions', root]);
		expect(out).toMatch(/^\S*01-kinds\.yaml:\d+:\d+ 12 words: "The count .* total" \(\.source\.txt:3\)/);
		expect(code).toBe(1);
		expect((await run(['overlap', join(root, '.source.txt'), '--limit', '12'])).code).toBe(0);
	});

	it('leaves names and the title of the source aside', async () => {
		await writeFile(join(root, '.source.txt'), LINE);
		await change('course.yaml', 'source:', 'names: [said to be more than half]\nsource:');
		const { code, out } = await run(['overlap', join(root, '.source.txt')]);
		expect(out).toContain(' 6 words: "The count is said');
		expect(code).toBe(0);
	});

	it.each([
		[['overlap']],
		[['overlap', 'a', 'b']],
		[['overlap', 'a', '--limit', 'x']],
		[['overlap', '--all', 'a']]
	])('does not understand %j', async (args) => {
		expect((await run(args)).code).toBe(2);
	});

	it('says that the text is not there', async () => {
		expect(await run(['overlap', 'no-such.txt'])).toMatchObject({
			code: 1,
			err: expect.stringContaining('no-such.txt')
		});
	});
});
