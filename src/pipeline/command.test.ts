import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from './command.ts';

const BAD = 'tests/fixtures/questions/bad';

/** Place and code of every problem in the fixture, in the folder `course-a`. */
const PROBLEMS: Readonly<Record<string, readonly string[]>> = {
	'also-that-does-not-exist': ['01-scale.yaml:13:12 claim/unknown'],
	'anchor-bomb': ['01-scale.yaml:1:7 yaml/anchor', '01-scale.yaml:2:8 yaml/alias'],
	'bidi-override': ['01-scale.yaml:12:13 text/control-character'],
	'category-unknown': ['01-scale.yaml:17:38 category/unknown'],
	'claim-that-does-not-exist': ['01-scale.yaml:10:12 claim/unknown'],
	'cloze-gap-of-neither-sort': [
		'01-scale.yaml:16:9 schema/missing',
		'01-scale.yaml:16:21 schema/unknown-key'
	],
	'cloze-marker-twice': ['01-scale.yaml:13:11 cloze/repeated-marker'],
	'cloze-marker-without-gap': [
		'01-scale.yaml:13:11 cloze/unknown-marker',
		'01-scale.yaml:16:15 cloze/no-marker'
	],
	'colon-without-quotes': ['01-scale.yaml:12:13 yaml/quote'],
	'course-without-section': ['course.yaml:1:1 course/no-sections'],
	'duplicate-claim-id-in-two-files': ['02-more.yaml:3:9 id/duplicate'],
	'duplicate-key': ['01-scale.yaml:12:5 yaml/duplicate-key'],
	'duplicate-question-id': ['01-scale.yaml:17:9 id/duplicate'],
	'duplicate-section-id': ['02-more.yaml:1:16 id/duplicate'],
	'empty-file': ['01-scale.yaml:1:1 file/empty'],
	'estimate-close-above-far': ['01-scale.yaml:14:12 estimate/close-far'],
	'estimate-of-zero': ['01-scale.yaml:13:13 estimate/zero'],
	'file-name-with-capitals': ['02_More.yaml:1:1 file/name'],
	'file-of-a-list': ['01-scale.yaml:1:1 schema/wrong-type'],
	'id-with-capitals': ['01-scale.yaml:8:9 id/form'],
	'kind-missing': ['01-scale.yaml:8:5 schema/missing'],
	'kind-misspelt': ['01-scale.yaml:9:11 schema/unknown-word'],
	'level-unknown': ['01-scale.yaml:11:12 schema/unknown-word'],
	'matching-same-right-twice': ['01-scale.yaml:15:35 text/duplicate'],
	'missing-explanation': ['01-scale.yaml:8:5 schema/missing'],
	'negative-tolerance': ['01-scale.yaml:14:16 number/too-small'],
	'no-key': ['01-scale.yaml:14:7 choice/no-key'],
	'no-wrong-option': ['01-scale.yaml:14:7 choice/no-wrong'],
	'not-utf-8': ['01-scale.yaml:14:28 file/not-utf-8'],
	'nul-character': ['01-scale.yaml:14:27 file/control-character'],
	'number-as-string': ['01-scale.yaml:13:13 schema/wrong-type'],
	'number-infinite': ['01-scale.yaml:13:13 yaml/number'],
	'number-with-unit': ['01-scale.yaml:13:13 schema/wrong-type'],
	'one-option': ['01-scale.yaml:14:7 list/too-short'],
	'ordering-of-two': ['01-scale.yaml:14:7 list/too-short'],
	'paragraph-beyond-the-source': ['01-scale.yaml:5:25 claim/no-such-paragraph'],
	'prompt-too-long': ['01-scale.yaml:12:13 text/too-long'],
	'quote-not-closed': ['01-scale.yaml:12:13 yaml/unfinished'],
	'reserved-id': ['01-scale.yaml:8:9 id/reserved'],
	'reserved-key': ['01-scale.yaml:12:5 yaml/reserved-key'],
	'same-option-id-twice': ['01-scale.yaml:15:15 id/duplicate'],
	'same-option-twice': ['01-scale.yaml:15:25 text/duplicate'],
	'section-without-claims': ['01-scale.yaml:2:9 list/too-short'],
	'section-without-course': ['course.yaml:1:1 course/missing'],
	'tab-indentation': ['01-scale.yaml:11:1 yaml/tab'],
	'text-that-is-a-number': ['01-scale.yaml:13:15 schema/wrong-type'],
	'text-that-is-true': ['01-scale.yaml:14:25 schema/wrong-type'],
	'too-deep': ['01-scale.yaml:12:31 yaml/too-deep'],
	'translation-file-missing': ['course.zh.yaml:1:1 translation/missing'],
	'translation-incomplete': ['01-scale.zh.yaml:7:37 translation/missing'],
	'translation-of-unknown-id': [
		'01-scale.zh.yaml:4:3 translation/unknown-id',
		'01-scale.zh.yaml:4:3 translation/missing'
	],
	'translation-with-equal-options': ['01-scale.zh.yaml:7:45 text/duplicate'],
	'translation-without-section': ['02-more.zh.yaml:1:1 translation/no-section'],
	'truth-as-string': ['01-scale.yaml:13:13 schema/wrong-type'],
	'two-documents': ['01-scale.yaml:17:1 yaml/several-documents'],
	'two-keys': ['01-scale.yaml:15:39 choice/two-keys'],
	'unknown-file': ['notes.txt:1:1 file/unknown'],
	'unknown-key': ['01-scale.yaml:12:5 schema/unknown-key'],
	'utf-16': ['01-scale.yaml:1:1 file/utf-16'],
	'whitespace-only': ['01-scale.yaml:12:13 text/empty'],
	'wrong-option-without-why': ['01-scale.yaml:15:9 choice/no-why'],
	'yaml-tag': ['01-scale.yaml:12:19 yaml/tag'],
	'yml-name': ['01-scale.yml:1:1 file/yml']
};

async function run(...args: string[]) {
	let out = '';
	let err = '';
	const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text) });
	return { code, out, err, lines: out.trimEnd().split('\n') };
}

describe('questions check', () => {
	it('counts what is good', async () => {
		const { code, out } = await run('questions', 'check', 'tests/fixtures/questions/good');
		expect(out).toBe('1 course, 2 sections, 3 claims, 11 questions: no problem\n');
		expect(code).toBe(0);
	});

	it('takes the folder of one course, too', async () => {
		expect((await run('questions', 'check', 'tests/fixtures/questions/good/networks')).code).toBe(0);
		expect((await run('questions', 'check', `${BAD}/yml-name/course-a`)).code).toBe(1);
	});

	it.each(Object.entries(PROBLEMS))('tells code and place: %s', async (name, problems) => {
		const { code, lines } = await run('questions', 'check', `${BAD}/${name}`);
		const told = lines.slice(0, -1).map((line) => line.split(' ').slice(0, 2).join(' '));
		expect(told).toEqual(problems.map((problem) => `${BAD}/${name}/course-a/${problem}`));
		expect(lines.at(-1)).toMatch(/^\d+ problems? in \d+ files?$/);
		expect(code).toBe(1);
	});

	it('has a line for every bad fixture', async () => {
		expect((await readdir(BAD)).sort()).toEqual(Object.keys(PROBLEMS).sort());
	});

	it('refuses a file of 5 MB by its size', async () => {
		const root = await mkdtemp(join(tmpdir(), 'grasp-'));
		await mkdir(join(root, 'course-a'));
		await writeFile(join(root, 'course-a', '01-large.yaml'), Buffer.alloc(5_000_000, 'a'));
		const { code, out } = await run('questions', 'check', root);
		await rm(root, { recursive: true });
		expect(out).toContain('01-large.yaml:1:1 file/too-large expected at most 1 MB, found 5.0 MB');
		expect(code).toBe(1);
	});

	it('says that a folder is not there', async () => {
		expect((await run('questions', 'check', 'no/such/folder')).out).toContain(
			'no/such/folder:1:1 bank/no-folder'
		);
	});
});

describe('other words', () => {
	it('show the usage', async () => {
		expect(await run('questions', 'help')).toMatchObject({ code: 0, out: expect.stringContaining('check') });
		expect(await run('questions')).toMatchObject({ code: 0 });
		expect(await run('questions', 'chekc')).toMatchObject({
			code: 2,
			err: expect.stringContaining('npm run')
		});
	});

	it('tell whether the JSON Schemas are current', async () => {
		expect(await run('questions', 'schema', '--check')).toMatchObject({ code: 0, out: '' });
	});
});
