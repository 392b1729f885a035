import type { ArticleSentence } from './article.ts';
import type { Claim, Question, QuestionKind } from '#core/question.ts';
import { valueAt } from '#core/edit.ts';
import type { AuthoredStore } from '#storage/authored-store.ts';
import { cutArticle, fingerprintOf } from './article.ts';
import {
	claimsOf,
	copyQuestion,
	makeClaim,
	makeQuestion,
	makeSection,
	questionsOf,
	sectionFiles
} from './new-parts.ts';
import { problemsAt, readQuestion, type QuestionReading } from './question-problems.ts';
import { Workshop } from './workshop.svelte.ts';

export interface SectionOutline {
	readonly file: string;
	readonly title: string;
	readonly claims: readonly Claim[];
	readonly questions: readonly Question[];
}

/** The author's desk: the course in the workshop, its article beside it. */
export class Writing {
	readonly workshop: Workshop;
	article = $state('');
	readonly #store: AuthoredStore;

	readonly language = $derived.by(() =>
		String(valueAt(this.workshop.files, 'course.yaml', ['course', 'language']) ?? 'en')
	);
	readonly sections = $derived.by((): readonly SectionOutline[] =>
		sectionFiles(this.workshop.files).map((file) => ({
			file,
			title: String(valueAt(this.workshop.files, file, ['section', 'title']) ?? file),
			claims: claimsOf(this.workshop.files, file),
			questions: questionsOf(this.workshop.files, file)
		}))
	);
	readonly claims = $derived.by(() => this.sections.flatMap(({ claims }) => claims));
	readonly paragraphs = $derived.by(() => cutArticle(this.article, this.language));

	constructor(store: AuthoredStore) {
		this.#store = store;
		this.workshop = new Workshop(store);
	}

	async open(id: string): Promise<void> {
		await this.workshop.open(id);
		this.article = (await this.#store.readArticle(id).catch(() => undefined)) ?? '';
	}

	async setArticle(text: string): Promise<void> {
		this.article = text;
		await this.workshop.attempts.try(
			() => this.#store.writeArticle(this.workshop.course!.id, text),
			() => this.setArticle(this.article)
		);
		const paragraphs = Math.max(1, this.paragraphs.length);
		this.workshop.set('course.yaml', ['source', 'paragraphs'], paragraphs, 'paragraphs');
	}

	readQuestion(question: Question): QuestionReading {
		const source = (key: string): unknown => valueAt(this.workshop.files, 'course.yaml', ['source', key]);
		return readQuestion(question, {
			claim: this.claims.find(({ id }) => id === question.claim),
			language: this.language,
			voices: [source('author'), source('publisher')].filter((voice) => typeof voice === 'string')
		});
	}

	addSection(title: string): string {
		const [file, value] = makeSection(this.workshop.files, title);
		this.workshop.set(file, [], value);
		return file;
	}

	async claimSentence(file: string, { text, place }: ArticleSentence): Promise<void> {
		const fingerprint = await fingerprintOf(text);
		this.addClaim(file, { where: { ...place, fingerprint } });
	}

	addClaim(file: string, begun: Partial<Claim> = {}): void {
		const { files } = this.workshop;
		this.workshop.insert(file, ['claims'], claimsOf(files, file).length, makeClaim(files, begun));
	}

	/** @returns its place in the section */
	addQuestion(file: string, kind: QuestionKind, claim: string): number {
		const { files } = this.workshop;
		const index = questionsOf(files, file).length;
		this.workshop.insert(file, ['questions'], index, makeQuestion(files, kind, claim));
		return index;
	}

	copyQuestion(file: string, index: number): void {
		const { files } = this.workshop;
		this.workshop.insert(
			file,
			['questions'],
			index + 1,
			copyQuestion(files, questionsOf(files, file)[index]!)
		);
	}

	problemsOf(reading: QuestionReading, ...path: readonly (string | number)[]) {
		return problemsAt(reading.problems, ...path);
	}
}
