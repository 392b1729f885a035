import type { ArticleSentence } from './article.ts';
import type { Claim, Question, QuestionKind } from '#core/question.ts';
import { LEDGER_NAME, retireInLedger } from '#bank/ledger.ts';
import type { TextToTranslate } from '#bank/translation-texts.ts';
import { setAt, spliceAt, valueAt } from '#core/edit.ts';
import { decodeText } from '#formats/decode-text.ts';
import type { AuthoredStore } from '#storage/authored-store.ts';
import { cutArticle, fingerprintOf } from './article.ts';
import {
	claimsOf,
	copyQuestion,
	makeClaim,
	makeQuestion,
	makeSection,
	questionsOf,
	retiredOf,
	sectionFiles
} from './new-parts.ts';
import { problemsAt, readQuestion, type QuestionReading } from './question-problems.ts';
import {
	beginTranslation,
	carryTranslations,
	listTranslations,
	removeTranslation,
	setText
} from './translating.ts';
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
	readonly translations = $derived.by(() => listTranslations(this.workshop.files));
	/** Questions that are asked no more. */
	readonly retired = $derived.by(() => retiredOf(this.workshop.files, 'question'));
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

	/** @returns why the file cannot be read, if it cannot */
	async openArticle(file: File): Promise<string | undefined> {
		const { text, note } = decodeText(new Uint8Array(await file.arrayBuffer()));
		if (text !== undefined) await this.setArticle(text);
		return note?.message;
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
		const original = questionsOf(files, file)[index]!;
		const copy = copyQuestion(files, original);
		this.workshop.change(
			spliceAt(files, { file, path: ['questions'], index: index + 1 }, copy),
			...carryTranslations(files, { file, id: original.id }, { file, id: copy.id }, true)
		);
	}

	/** To the end of another section. @returns its place there */
	moveQuestion(file: string, index: number, to: string): number {
		const { files } = this.workshop;
		const question = questionsOf(files, file)[index]!;
		const place = questionsOf(files, to).length;
		this.workshop.change(
			spliceAt(files, { file, path: ['questions'], index, remove: 1 }),
			spliceAt(files, { file: to, path: ['questions'], index: place }, question),
			...carryTranslations(files, { file, id: question.id }, { file: to, id: question.id }, false)
		);
		return place;
	}

	/** It is asked no more; what learners answered keeps its name, which no other question is given. */
	retireQuestion(file: string, index: number, reason: string): void {
		const { files } = this.workshop;
		const { id } = questionsOf(files, file)[index]!;
		const ledger = retireInLedger(files[LEDGER_NAME] as string | undefined, `question ${id}`, reason);
		this.workshop.change(
			spliceAt(files, { file, path: ['questions'], index, remove: 1 }),
			setAt(files, LEDGER_NAME, [], ledger)
		);
	}

	translate(at: { readonly file: string; readonly language: string }, text: TextToTranslate, typed: string) {
		const edit = setText(this.workshop.files, at, text, typed);
		this.workshop.set(edit.file, edit.path, edit.after, `${edit.file}/${edit.path.join('/')}`);
	}

	addLanguage(language: string): void {
		this.workshop.change(...beginTranslation(this.workshop.files, language));
	}

	removeLanguage(language: string): void {
		this.workshop.change(...removeTranslation(this.workshop.files, language));
	}

	problemsOf(reading: QuestionReading, ...path: readonly (string | number)[]) {
		return problemsAt(reading.problems, ...path);
	}
}
