import { build, type Plugin, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { graspBank } from './bank-plugin.ts';

/** A page that says what the app would see. */
const ENTRY: Plugin = {
	name: 'entry',
	resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
	load: (id) =>
		id === '\0entry' ? "import { courses } from 'virtual:bank'; console.log(courses);" : undefined
};

async function buildWith(questions: string, ssr = false) {
	const result = await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [ENTRY, graspBank(questions, 'en')],
		build: { write: false, ssr, rolldownOptions: { input: 'entry' } }
	});
	return (result as Rolldown.RolldownOutput).output;
}

describe('graspBank', () => {
	it('writes the files where the entries say, for browsers only', async () => {
		const output = await buildWith('tests/fixtures/questions/good');
		const names = output.map(({ fileName }) => fileName);
		expect(names.filter((name) => name.startsWith('bank/networks/'))).toHaveLength(9);
		const page = output.find(({ type }) => type === 'chunk') as Rolldown.OutputChunk;
		const [, index] = /(bank\/networks\/index\.[0-9a-f]+\.json)/.exec(page.code) ?? [];
		expect(names).toContain(index);
		const server = await buildWith('tests/fixtures/questions/good', true);
		expect(server.filter(({ fileName }) => fileName.startsWith('bank/'))).toEqual([]);
	});

	it('stops the build with every problem', async () => {
		const failed = buildWith('tests/fixtures/questions/bad/translation-of-unknown-id');
		await expect(failed).rejects.toThrow(
			/zh\.yaml:4:3 translation\/unknown-id [^]*zh\.yaml:4:3 translation\/missing/
		);
	});
});
