import { describe, expect, it } from 'vitest';
import { readBank } from './read-bank.ts';

const GOOD = 'tests/fixtures/questions/good';

async function readGood() {
	const { value } = await readBank(GOOD);
	return value!;
}

describe('compileBank', () => {
	it('gives a file for each section and language, and an index and what to search in for each language', async () => {
		const { bank } = await readGood();
		const names = [...bank.files.keys()].map((path) => path.replace(/\.[0-9a-f]{10}\.json$/, ''));
		expect(names.sort()).toEqual([
			'bank/networks/course.zh',
			'bank/networks/index',
			'bank/networks/index.zh',
			'bank/networks/kinds',
			'bank/networks/kinds.zh',
			'bank/networks/search_1',
			'bank/networks/search_1.zh',
			'bank/networks/second',
			'bank/networks/second.zh'
		]);
	});

	it('lists what a course holds', async () => {
		const { bank } = await readGood();
		const [entry] = bank.entries;
		expect(entry).toMatchObject({ id: 'networks', language: 'en', claims: 3, questions: 11, sections: 2 });
		expect(entry?.first).toMatchObject({ id: 'kinds', claims: 2, questions: 10 });
		expect(JSON.parse(bank.files.get(entry!.translations['zh']!)!)).toMatchObject({
			language: 'zh',
			title: '关于网络的小课程',
			translations: {}
		});
		expect(JSON.parse(bank.files.get(entry!.index)!).sections[0]).toEqual(entry?.first);
	});

	it('writes sections as they were checked, with ids and keys of the original in a translation', async () => {
		const { bank, courses } = await readGood();
		const file = bank.entries[0]!.first.file;
		const { lesson: _, ...section } = courses[0]!.sections[0]!;
		expect(JSON.parse(bank.files.get(file)!)).toEqual(section);
		const course = JSON.parse(bank.files.get(bank.entries[0]!.translations['zh']!)!);
		const zh = JSON.parse(bank.files.get(course.first.file)!);
		expect(zh.questions[0].options[0]).toEqual({ id: 'under', text: '少于1088万', correct: true });
		expect(zh.questions[9]).toMatchObject({ unit: '%', answer: 50 });
	});

	it('lets the index lead to what the search finds, in its language', async () => {
		const { bank } = await readGood();
		const read = (address: string) => JSON.parse(bank.files.get(address)!);
		const readPart = (index: string) => read(read(index).search[0]).sections[1];
		expect(readPart(bank.entries[0]!.index)).toEqual({
			...{ id: 'second', title: 'A second section', passages: [] },
			claims: [['effort', 'The article asks for an effort.']],
			questions: [['effort', 'The article asks for an effort.']]
		});
		expect(readPart(read(bank.entries[0]!.translations['zh']!).index).title).toBe('第二节');
	});

	it('leaves waivers out', async () => {
		const { value } = await readBank('tests/fixtures/lint/courses');
		expect(value!.courses[0]!.sections[0]!.questions[0]!.waive).toHaveLength(1);
		for (const text of value!.bank.files.values()) expect(text).not.toContain('waive');
		expect(JSON.stringify(value!.bank.entries)).not.toContain('waive');
	});

	it('gives the same bytes for the same files', async () => {
		expect((await readGood()).bank).toEqual((await readGood()).bank);
	});
});
