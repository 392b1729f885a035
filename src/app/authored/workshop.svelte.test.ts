import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { AUTHORED_DATABASE_NAME } from '#storage/authored-store.ts';
import { makeAuthoredStore } from '#storage/idb-authored-store.ts';
import { makeNative } from '#formats/native-writer.ts';
import { deleteStore } from '#storage/connection.ts';
import { keepCourse } from './keep-course.ts';
import { makeNewCourse, questionsOf } from './new-parts.ts';
import { Writing } from './writing.svelte.ts';

const ID = 'tides-abc234';
const FILE = '01-section-1.yaml';

beforeEach(async () => {
	await deleteStore(AUTHORED_DATABASE_NAME);
});

async function begin() {
	const store = makeAuthoredStore();
	const begun = makeNewCourse({
		title: 'Tides',
		language: 'en',
		source: 'The sea',
		form: 'essay',
		section: 'One'
	});
	const files = new Map(Object.entries(begun).map(([name, value]) => [name, makeNative(value)]));
	await keepCourse(store, { id: ID, files, origin: 'made', after: 0 }, 1);
	const writing = new Writing(store);
	await writing.open(ID);
	return { store, writing };
}

/** Once all that was done is on disk. */
async function reopen({ store, writing }: Awaited<ReturnType<typeof begin>>): Promise<Writing> {
	for (let count = -1, now = 0; count !== now; now = (await store.readSteps(ID)).length) {
		count = now;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	expect(writing.workshop.attempts.failure).toBeUndefined();
	const again = new Writing(store);
	await again.open(ID);
	return again;
}

describe('writing', () => {
	it('keeps every step as a draft, undone and done again ones too', async () => {
		const desk = await begin();
		const { workshop } = desk.writing;
		desk.writing.addClaim(FILE);
		for (const text of ['T', 'Th', 'The moon pulls.'])
			workshop.set(FILE, ['claims', 0, 'text'], text, 'claim');
		desk.writing.addQuestion(FILE, 'true-false', 'claim-1');
		expect((await reopen(desk)).workshop.files).toEqual(workshop.files);
		workshop.undo();
		workshop.undo();
		expect(desk.writing.claims.map(({ text }) => text)).toEqual(['']);
		expect((await reopen(desk)).workshop.files).toEqual(workshop.files);
		workshop.redo();
		const again = await reopen(desk);
		expect(again.claims.map(({ text }) => text)).toEqual(['The moon pulls.']);
		// What was undone before the page was left can still be done again.
		again.workshop.redo();
		expect(questionsOf(again.workshop.files, FILE)).toHaveLength(1);
	});

	it('saves an edition that can be learnt, byte for byte as the questions folder takes it', async () => {
		const { store, writing } = await begin();
		const { workshop } = writing;
		await writing.setArticle('The moon pulls the sea. Twice a day.\n\nThe sun helps.');
		expect(writing.paragraphs.map((sentences) => sentences.length)).toEqual([2, 1]);
		await writing.claimSentence(FILE, writing.paragraphs[1]![0]!);
		workshop.set(FILE, ['claims', 0, 'text'], 'The sun helps the moon.');
		const index = writing.addQuestion(FILE, 'true-false', 'claim-1');
		expect(writing.readQuestion(writing.sections[0]!.questions[index]!).problems).not.toEqual([]);
		workshop.set(
			FILE,
			['questions', index, 'prompt'],
			'The sun helps the moon to raise tides, says the text.'
		);
		workshop.set(FILE, ['questions', index, 'why'], 'The second paragraph says that it does.');
		workshop.set(FILE, ['questions', index, 'explanation'], 'The second paragraph names the sun as a help.');
		expect(writing.readQuestion(writing.sections[0]!.questions[index]!).question).toBeDefined();
		await workshop.save(2);
		expect(workshop.issues).toEqual([]);
		expect(workshop.isChanged).toBe(false);
		expect(await store.read(ID)).toMatchObject({ revision: 2, entry: { claims: 1, questions: 1 } });
		const text = (await store.readFiles(ID)).get(FILE)!;
		expect(text).toMatch(
			/where: \{ paragraph: 2, sentence: 1, fingerprint: [0-9a-f]{64} \}|fingerprint: [0-9a-f]{64}/
		);
		expect(makeNative(workshop.files[FILE])).toBe(text);
		expect(await store.readSteps(ID)).toEqual([]);
		expect(await store.readArticle(ID)).toContain('The sun helps.');
	});

	it('opens an article from a file, and says why one cannot be read', async () => {
		const { store, writing } = await begin();
		expect(await writing.openArticle(new File(['One. Two.\r\nThree.'], 'a.txt'))).toBeUndefined();
		expect(writing.paragraphs.map((sentences) => sentences.length)).toEqual([2, 1]);
		expect(await store.readArticle(ID)).toBe('One. Two.\nThree.');
		expect(await writing.openArticle(new File([Uint8Array.of(0, 1, 2)], 'a.bin'))).toContain('no text');
		expect(writing.article).toBe('One. Two.\nThree.');
	});

	it('does not save over what another tab has saved', async () => {
		const { store, writing } = await begin();
		const other = new Writing(store);
		await other.open(ID);
		other.workshop.set('course.yaml', ['course', 'title'], 'Other');
		await other.workshop.save(2);
		writing.workshop.set('course.yaml', ['course', 'title'], 'Mine');
		await writing.workshop.save(3);
		expect(writing.workshop.isOvertaken).toBe(true);
		expect(await store.read(ID)).toMatchObject({ title: 'Other', revision: 2 });
	});

	it('moves, copies and takes away', async () => {
		const { writing } = await begin();
		writing.addClaim(FILE);
		writing.addQuestion(FILE, 'numeric', 'claim-1');
		writing.addQuestion(FILE, 'ordering', 'claim-1');
		writing.copyQuestion(FILE, 0);
		writing.workshop.move(FILE, ['questions'], 2, -1);
		const kinds = () => writing.sections[0]!.questions.map(({ id, kind }) => [id, kind]);
		expect(kinds()).toEqual([
			['claim-1-1', 'numeric'],
			['claim-1-2', 'ordering'],
			['claim-1-3', 'numeric']
		]);
		writing.workshop.remove(FILE, ['questions'], 0);
		expect(kinds()).toHaveLength(2);
		expect(writing.addSection('Two')).toBe('02-section-2.yaml');
	});

	it('moves a question to another section, and retires one for good, each at one go', async () => {
		const desk = await begin();
		const { writing } = desk;
		writing.addClaim(FILE);
		writing.addQuestion(FILE, 'numeric', 'claim-1');
		const other = writing.addSection('Two');
		expect(writing.moveQuestion(FILE, 0, other)).toBe(0);
		expect(writing.sections.map(({ questions }) => questions.length)).toEqual([0, 1]);
		writing.workshop.undo();
		expect(writing.sections.map(({ questions }) => questions.length)).toEqual([1, 0]);
		writing.retireQuestion(FILE, 0, 'Too easy');
		expect(writing.retired).toEqual([{ id: 'claim-1-1', reason: 'Too easy' }]);
		const again = await reopen(desk);
		expect(again.retired).toEqual(writing.retired);
		again.addQuestion(FILE, 'numeric', 'claim-1');
		expect(again.sections[0]!.questions[0]!.id).toBe('claim-1-2');
		await again.workshop.save(2);
		expect((await desk.store.readFiles(ID)).get('ids.txt')).toContain('question claim-1-1 retired: Too easy');
	});

	it('says that a course is not there', async () => {
		const writing = new Writing(makeAuthoredStore());
		await writing.open('nowhere-abc234');
		expect(writing.workshop.isMissing).toBe(true);
	});
});
