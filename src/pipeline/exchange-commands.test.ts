import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WRITABLE } from '#formats/readers.ts';
import { main } from './command.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'grasp-exchange-'));
	await cp('tests/fixtures/questions/good', root, { recursive: true });
	vi.stubEnv('GRASP_QUESTIONS', root);
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(root, { recursive: true });
});

async function run(...args: string[]) {
	let out = '';
	const tell = (text: string): void => void (out += text);
	const code = await main(['questions', ...args], { out: tell, err: tell });
	return { code, out };
}

async function readAll(course: string): Promise<Record<string, string>> {
	const names = await readdir(join(root, course));
	const texts = await Promise.all(names.map((name) => readFile(join(root, course, name), 'utf8')));
	return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
}

const GIFT = 'The sun is a star.{T#It shines by itself.}\n\nTell me.{}\n';

describe('questions import', () => {
	it('shows what would come in, item by item, and writes nothing', async () => {
		const file = join(root, 'sky.gift');
		await writeFile(file, GIFT);
		const { code, out } = await run('import', file, 'sky');
		expect(code).toBe(0);
		expect(out).toMatch(/new +line 1: The sun is a star\. \(true-false\)/);
		expect(out).toMatch(/refused +line 3: Tell me\.\n +It asks for a free text/);
		expect(out).toContain(
			'2 questions: 1 new, 0 there already, 0 there and different, 1 that cannot come in'
		);
		expect(await readdir(root)).not.toContain('sky');
	});

	it('with --yes makes a course that passes the check, and changes nothing the second time', async () => {
		const file = join(root, 'sky.gift');
		await writeFile(file, GIFT);
		expect((await run('import', file, 'sky', '--yes')).code).toBe(0);
		await rm(file);
		expect((await run('check', join(root, 'sky'))).out).toContain('1 question: no problem');
		const before = await readAll('sky');
		await writeFile(file, GIFT);
		expect((await run('import', file, 'sky', '--yes')).out).toContain('1 there already');
		expect(await readAll('sky')).toEqual(before);
	});

	it.each([
		['no such file', ['import', 'nowhere.gift', 'sky'], 'There is no file nowhere.gift'],
		['a bad name', ['import', 'package.json', '../sky'], 'is no name for a course'],
		['an unknown format', ['import', 'package.json', 'sky', '--format', 'doc'], 'say it: --format']
	])('says what is wrong with %s', async (_, args, sentence) => {
		const { code, out } = await run(...args);
		expect(code).toBe(1);
		expect(out).toContain(sentence);
	});
});

describe('questions export', () => {
	it.each(['grasp', ...WRITABLE.filter((format) => format !== 'aiken')])(
		'to %s and back: all that went is known, and none is changed',
		async (format) => {
			const file = join(root, `networks.${format}`);
			expect((await run('export', 'networks', format, file)).out).toContain('wrote');
			const before = await readAll('networks');
			const { out } = await run(
				'import',
				file,
				'networks',
				'--yes',
				...(format === 'grasp' ? [] : ['--format', format])
			);
			expect(await readAll('networks')).toEqual(before);
			if (format === 'grasp') expect(out).toContain('All of it is there already.');
		}
	);

	it('says which formats there are', async () => {
		const { code, out } = await run('export', 'networks', 'docx');
		expect(code).toBe(1);
		expect(out).toContain('grasp, gift, aiken, moodle-xml');
	});
});
