import { QUESTION_KINDS } from '#core/question.ts';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBank } from './read-bank.ts';

const guide = readFileSync('questions/README.md', 'utf8');
/** A comment above a block says what it is: `file: course.yaml`, or `question`. */
const blocks = [...guide.matchAll(/<!-- (question|file: (\S+)) -->\n+```yaml\n([^]*?)```/g)];
const questions = blocks.filter(([, mark]) => mark === 'question').map(([, , , text = '']) => text);
const files = new Map(blocks.flatMap(([, , name, text = '']) => (name === undefined ? [] : [[name, text]])));
const fileOf = (name: string) => files.get(name) ?? `# the guide shows no ${name}`;

const root = mkdtempSync(join(tmpdir(), 'grasp-guide-'));
afterAll(() => rmSync(root, { recursive: true }));

function readCourse(id: string, texts: Readonly<Record<string, string>>) {
	mkdirSync(join(root, id));
	for (const [name, text] of Object.entries(texts)) writeFileSync(join(root, id, name), text);
	return readBank(root, id);
}

describe("the instructor's guide", () => {
	it('shows an example of every kind, and each passes the check', async () => {
		const { value, issues } = await readCourse('city-library', {
			'course.yaml': fileOf('course.yaml'),
			'01-opening.yaml': fileOf('01-opening.yaml'),
			'02-inside.yaml': fileOf('02-inside.yaml') + questions.join('\n')
		});
		expect(issues).toEqual([]);
		const [, inside] = value!.courses[0]!.sections;
		expect(inside!.questions.map(({ kind }) => kind)).toEqual(QUESTION_KINDS);
	});

	it('shows a translation that passes the check', async () => {
		const names = ['course.yaml', 'course.fr.yaml', '01-opening.yaml', '01-opening.fr.yaml'];
		const texts = Object.fromEntries(names.map((name) => [name, fileOf(name)]));
		const { value, issues } = await readCourse('translated', texts);
		expect(issues).toEqual([]);
		expect(Object.keys(value!.courses[0]!.translations)).toEqual(['fr']);
	});

	it('names schemas that are there', () => {
		const schemas = [...guide.matchAll(/\$schema=\.\.\/([\w.]+)/g)].map(([, name = '']) => name);
		expect(new Set(schemas)).toHaveLength(3);
		for (const name of schemas) expect(existsSync(`questions/${name}`), name).toBe(true);
	});

	it('lists the codes that the check may print, and no others', () => {
		const table = guide.slice(guide.indexOf('## All codes of the check'));
		const listed = [...table.matchAll(/^\| `([a-z]+\/[a-z0-9-]+)` +\|/gm)].map(([, code]) => code);
		expect(listed).toEqual([...findCodes('src/pipeline/read-bank.ts')].sort());
	});

	it('leads only to headings that it has', () => {
		const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => makeAnchor(text));
		const links = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
		expect(headings).toEqual(expect.arrayContaining(links));
	});
});

/** Codes in a file and in all that it imports: other parts of the rooms have strings that look the same. */
function findCodes(file: string, seen = new Set<string>()): Set<string> {
	if (seen.has(file)) return new Set();
	seen.add(file);
	const text = readFileSync(file, 'utf8');
	const imported = [...text.matchAll(/from '(#|\.\/)([^']+)'/g)].map(([, wall, path = '']) =>
		wall === '#' ? `src/${path}` : join(dirname(file), path)
	);
	const own = [...text.matchAll(/'([a-z]+\/[a-z0-9-]+)'/g)].map(([, code = '']) => code);
	return new Set([...own, ...imported.flatMap((path) => [...findCodes(path, seen)])]);
}

/** As sites that show Markdown make it of a heading. */
function makeAnchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');
}
