import { describe, expect, it } from 'vitest';
import type { CourseEntry, CourseIndex, SearchPart } from '#core/catalogue.ts';
import { LibraryError } from './library.ts';
import { SearchPage, type Listed } from './search-page.svelte.ts';
import type { Files } from './search-shelves.ts';

/** Indexes are kept by their address for as long as the page lives: each test has its own. */
let turn = 0;

/** The words of a course's one claim, by language; the first is the one in which it was written. */
function aBank(courses: Readonly<Record<string, Readonly<Record<string, string>>>>) {
	turn += 1;
	const files = new Map<string, CourseEntry | CourseIndex | SearchPart>();
	const asked: string[] = [];
	const entries = Object.entries(courses).map(([id, claims]) => {
		const [original, ...others] = Object.entries(claims).map(([language, text]) => {
			const stem = `${turn}/${id}.${language}`;
			const section = { id: 's', title: '', passages: [], claims: [['c', text]] as const, questions: [] };
			files.set(`${stem}/search`, { sections: [section] });
			files.set(`${stem}/index`, { sections: [], search: [`${stem}/search`] });
			const entry = { id, language, index: `${stem}/index`, translations: {} } as unknown as CourseEntry;
			files.set(stem, entry);
			return { ...entry, stem };
		});
		const translations = Object.fromEntries(others.map(({ language, stem }) => [language, stem]));
		return { ...original!, translations } as CourseEntry;
	});
	const readFile = async (address: string): Promise<unknown> => {
		asked.push(address);
		const file = files.get(address);
		if (!file) throw new LibraryError(address);
		return file;
	};
	const library = { readIndex: ({ index }: CourseEntry) => readFile(index) as Promise<CourseIndex> };
	return { entries, files, asked, reading: { readFile, library } satisfies Files };
}

const asWritten = (original: CourseEntry): Listed => ({ shown: original, original });

function textsOf({ found }: SearchPage): readonly string[] {
	return found.map(({ course, isElsewhere, kinds }) => {
		const text = kinds[0]!.hits[0]!.head.map((part) => part.text).join('');
		return `${course.id} ${course.language}${isElsewhere ? ' elsewhere' : ''}: ${text}`;
	});
}

const settled = () => new Promise((resume) => setTimeout(resume, 20));

describe('SearchPage', () => {
	it('searches every course, in their order', async () => {
		const { entries, reading } = aBank({ a: { en: 'A word.' }, b: { en: 'A word.' }, c: { en: 'None.' } });
		const page = new SearchPage(entries.map(asWritten), reading);
		page.ask('word');
		expect(page.found).toEqual([]);
		await page.start();
		expect(textsOf(page)).toEqual(['a en: A word.', 'b en: A word.']);
		expect(page.isReading).toBe(false);
		page.ask('');
		expect([page.isAsked, page.found.length]).toEqual([false, 0]);
	});

	it('looks into another language only when the one that is shown has nothing', async () => {
		const { entries, reading, asked } = aBank({ a: { en: 'A word.', zh: '一个词。' } });
		const page = new SearchPage(entries.map(asWritten), reading);
		await page.start();
		page.ask('wor');
		await settled();
		expect(asked.filter((address) => address.includes('zh'))).toEqual([]);
		page.ask('词');
		await settled();
		expect(textsOf(page)).toEqual(['a zh elsewhere: 一个词。']);
		page.ask('word');
		expect(textsOf(page)).toEqual(['a en: A word.']);
	});

	it('looks into the language in which the course was written, where a translation is shown', async () => {
		const { entries, files, reading } = aBank({ a: { en: 'A word.', zh: '一个词。' } });
		const [original] = entries;
		const shown = files.get(original!.translations['zh']!) as CourseEntry;
		const page = new SearchPage([{ shown, original: original! }], reading);
		page.ask('word');
		await page.start();
		expect(textsOf(page)).toEqual(['a en elsewhere: A word.']);
	});

	it('says what is missing, searches the rest, and finds all once it is there', async () => {
		const { entries, files, reading } = aBank({ a: { en: 'A word.' }, b: { en: 'A word.' } });
		const address = entries[0]!.index.replace('index', 'search');
		const part = files.get(address)!;
		files.delete(address);
		const page = new SearchPage(entries.map(asWritten), reading);
		page.ask('word');
		await page.start();
		expect([page.isMissing, page.isReading]).toEqual([true, false]);
		expect(textsOf(page)).toEqual(['b en: A word.']);
		files.set(address, part);
		await page.start();
		expect(page.isMissing).toBe(false);
		expect(textsOf(page)).toHaveLength(2);
	});

	it('does not call another language missing', async () => {
		const { entries, files, reading } = aBank({ a: { en: 'A word.', zh: '一个词。' } });
		files.delete(entries[0]!.translations['zh']!);
		const page = new SearchPage(entries.map(asWritten), reading);
		page.ask('nowhere');
		await page.start();
		expect([page.isMissing, page.found]).toEqual([false, []]);
	});

	it('has what it has read at hand, for whoever comes back', async () => {
		const { entries, reading, asked } = aBank({ a: { en: 'A word.' } });
		await new SearchPage(entries.map(asWritten), reading).start();
		const before = asked.length;
		const again = new SearchPage(entries.map(asWritten), reading);
		again.ask('word');
		await again.start();
		expect(textsOf(again)).toEqual(['a en: A word.']);
		expect(asked).toHaveLength(before);
	});

	it('gives up what it is doing when it is left', async () => {
		const { entries, files, reading } = aBank({ a: { en: 'A word.' } });
		const claims = Array.from({ length: 20_000 }, (_, number) => [`c-${number}`, `Word ${number}.`] as const);
		const address = entries[0]!.index.replace('index', 'search');
		files.set(address, { sections: [{ id: 's', title: '', passages: [], claims, questions: [] }] });
		const page = new SearchPage(entries.map(asWritten), reading);
		const starting = page.start();
		page.stop();
		await starting;
		page.ask('word');
		expect(page.found).toEqual([]);
	});

	it('shows more of a kind when asked, until the next query', async () => {
		const { entries, files, reading } = aBank({ a: { en: 'A word.' } });
		const claims = Array.from({ length: 40 }, (_, number) => [`c-${number}`, `Word ${number}.`] as const);
		const address = entries[0]!.index.replace('index', 'search');
		files.set(address, { sections: [{ id: 's', title: '', passages: [], claims, questions: [] }] });
		const page = new SearchPage(entries.map(asWritten), reading);
		const countShown = () => page.found[0]!.kinds[0]!.hits.length;
		page.ask('word');
		await page.start();
		expect([countShown(), page.found[0]!.kinds[0]!.count]).toEqual([6, 40]);
		page.showMore('claim');
		expect(countShown()).toBe(26);
		page.ask('wor');
		expect(countShown()).toBe(6);
	});
});
