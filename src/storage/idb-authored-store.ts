import type { IDBPDatabase } from 'idb';
import { AUTHORED_UPGRADES, type AuthoredSchema } from './authored-schema.ts';
import {
	AUTHORED_DATABASE_NAME,
	type AuthoredCourse,
	type AuthoredStore,
	type DraftStep,
	type KeptResult,
	type SavedCourse
} from './authored-store.ts';
import { Connection } from './connection.ts';

/** Opens when it is first used. */
export function makeAuthoredStore(options: { onoutdated?: () => void } = {}): AuthoredStore {
	return new IdbAuthoredStore(
		new Connection<AuthoredSchema>({
			name: AUTHORED_DATABASE_NAME,
			upgrades: AUTHORED_UPGRADES,
			...options
		})
	);
}

const PARTS = ['files', 'shelf', 'steps'] as const;
const STRICT = { durability: 'strict' } as const;

class IdbAuthoredStore implements AuthoredStore {
	readonly #connection: Connection<AuthoredSchema>;

	constructor(connection: Connection<AuthoredSchema>) {
		this.#connection = connection;
	}

	async list(): Promise<readonly AuthoredCourse[]> {
		const courses = await this.#use((database) => database.getAll('courses'));
		return courses.sort((a, b) => a.title.localeCompare(b.title));
	}

	read(course: string): Promise<AuthoredCourse | undefined> {
		return this.#use((database) => database.get('courses', course));
	}

	async readFiles(course: string): Promise<ReadonlyMap<string, string>> {
		const files = await this.#use((database) => database.getAll('files', allOf(course)));
		return new Map(files.map(({ name, text }) => [name, text]));
	}

	save({ course, files, shelf }: SavedCourse, after?: number): Promise<boolean> {
		return this.#use(async (database) => {
			const transaction = database.transaction(['courses', ...PARTS], 'readwrite', STRICT);
			const courses = transaction.objectStore('courses');
			if (after !== undefined && ((await courses.get(course.id))?.revision ?? 0) !== after) {
				await transaction.done;
				return false;
			}
			const writes: Promise<unknown>[] = PARTS.map((part) =>
				transaction.objectStore(part).delete(allOf(course.id))
			);
			writes.push(courses.put(course));
			for (const [name, text] of files)
				writes.push(transaction.objectStore('files').put({ course: course.id, name, text }));
			for (const [name, text] of shelf)
				writes.push(transaction.objectStore('shelf').put({ course: course.id, name, text }));
			await Promise.all([...writes, transaction.done]);
			return true;
		});
	}

	async readSteps(course: string): Promise<readonly DraftStep[]> {
		const steps = await this.#use((database) => database.getAll('steps', allOf(course)));
		return steps.map(({ course: _course, index: _index, ...step }) => step);
	}

	keepStep(course: string, index: number, step: DraftStep): Promise<void> {
		return this.#use(async (database) => {
			const transaction = database.transaction('steps', 'readwrite', STRICT);
			await Promise.all([transaction.store.put({ ...step, course, index }), transaction.done]);
		});
	}

	dropSteps(course: string): Promise<void> {
		return this.#use((database) => database.delete('steps', allOf(course)));
	}

	async readShelf(course: string, address: string): Promise<string | undefined> {
		return (await this.#use((database) => database.get('shelf', [course, address])))?.text;
	}

	async readArticle(course: string): Promise<string | undefined> {
		return (await this.#use((database) => database.get('articles', course)))?.text;
	}

	writeArticle(course: string, text: string): Promise<void> {
		return this.#use(async (database) => {
			await database.put('articles', { course, text });
		});
	}

	listResults(course: string): Promise<readonly KeptResult[]> {
		return this.#use((database) => database.getAll('results', allOf(course)));
	}

	listAllResults(): Promise<readonly KeptResult[]> {
		return this.#use((database) => database.getAll('results'));
	}

	addResults(results: readonly KeptResult[]): Promise<readonly string[]> {
		return this.#use(async (database) => {
			const transaction = database.transaction('results', 'readwrite', STRICT);
			const { store } = transaction;
			const held = await Promise.all(results.map(({ course, id }) => store.getKey([course, id])));
			const fresh = new Map<string, KeptResult>();
			for (const [index, result] of results.entries()) {
				const key = JSON.stringify([result.course, result.id]);
				if (held[index] === undefined && !fresh.has(key)) fresh.set(key, result);
			}
			await Promise.all([...[...fresh.values()].map((result) => store.put(result)), transaction.done]);
			return [...fresh.values()].map(({ id }) => id);
		});
	}

	removeResult(course: string, id: string): Promise<void> {
		return this.#use((database) => database.delete('results', [course, id]));
	}

	remove(course: string): Promise<void> {
		return this.#use(async (database) => {
			const transaction = database.transaction(['courses', 'articles', ...PARTS], 'readwrite', STRICT);
			await Promise.all([
				transaction.objectStore('courses').delete(course),
				transaction.objectStore('articles').delete(course),
				...PARTS.map((part) => transaction.objectStore(part).delete(allOf(course))),
				transaction.done
			]);
		});
	}

	close(): void {
		this.#connection.close();
	}

	#use<T>(work: (database: IDBPDatabase<AuthoredSchema>) => Promise<T>): Promise<T> {
		return this.#connection.use(work);
	}
}

/** Every key that begins with the course: an array sorts behind any string and number. */
function allOf(course: string): IDBKeyRange {
	return IDBKeyRange.bound([course], [course, []]);
}
