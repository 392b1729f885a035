import { LibraryError, makeLibrary } from '#app/library.ts';
import type { Asked, Given } from '#app/scene.ts';
import { makeStamper } from '#app/stamper.ts';
import { Study } from '#app/study.svelte.ts';
import { wishes } from '#app/wishes.ts';
import type { CourseEntry, SectionEntry } from '#core/catalogue.ts';
import type { SessionId } from '#core/event.ts';
import { isFinished, type Session } from '#core/session.ts';
import { makeMemoryStore } from '#storage/memory-store.ts';
import type { CoursePackage } from './course-package.ts';
import { entryFor } from './course-package.ts';
import { packMarks, retell, unpackMarks } from './marks.ts';
import { describeAnswer, type AnswerReport } from './report/answer-report.ts';
import type { Reporter } from './report/reporter.ts';

/** One part of a course, run inside a learning platform: the app's own study over what the platform keeps. */
export class PackageRun {
	readonly course: CourseEntry;
	readonly study: Study;
	/** Why the platform did not take, or give back, what it should: in its own words. */
	refusal = $state<string>();

	readonly #package: CoursePackage;
	readonly #section: string | null;
	readonly #reporter: Reporter;
	readonly #store = makeMemoryStore();
	readonly #stamper = makeStamper();
	readonly #library;
	readonly #id: SessionId;
	#given: { readonly asked: Asked; readonly given: Given; readonly atMillis: number } | undefined;
	#shownAt = 0;
	#told = '';

	/** `section`: of the address; `null` for the first. */
	constructor(packed: CoursePackage, section: string | null, reporter: Reporter) {
		this.#package = packed;
		this.#section = section;
		this.#reporter = reporter;
		this.course = entryFor(packed, wishes());
		this.#id = this.#stamper.makeSessionId();
		this.#library = makeLibrary('', undefined, (address) => {
			const text = packed.shelf[address];
			if (text === undefined) return Promise.reject(new LibraryError(address));
			return Promise.resolve(JSON.parse(text) as unknown);
		});
		this.study = new Study(this.course, {
			store: this.#store,
			library: this.#library,
			stamper: this.#stamper,
			// Heard by other tabs in the app; here it is the platform that hears of each answer.
			tabs: { tell: () => void this.#tell(), listen: () => () => undefined },
			seen: { get: () => this.#seen, set: (event) => (this.#seen = event) },
			onwriting: (asked, given) => {
				this.#given = { asked, given, atMillis: Date.now() };
			},
			onasked: () => (this.#shownAt = performance.now()),
			onfinished: () => undefined
		});
	}

	#seen: string | null = null;

	async open(): Promise<void> {
		const section = await this.#findSection();
		const { questions } = await this.#library.readWholeSection(section);
		const refs = questions.map(({ id: question, claim }) => ({ section: section.id, claim, question }));
		const kept = await this.#reporter.open().catch((error: unknown) => this.#refuse(error));
		const marks = unpackMarks(this.#package.edition, kept ?? '', refs.length) ?? new Map<number, never>();
		const begun = { session: this.#id, course: this.course.id, questions: refs };
		const { session } = await this.#store.append(retell(begun, marks, this.#stamper));
		const last = session?.answers[Math.max(-1, ...marks.keys())];
		this.#seen = last?.event ?? null;
		if (session) this.#told = this.#packed(session);
		await this.study.open({ mode: 'practice' });
	}

	close(): void {
		this.#reporter.close();
	}

	async #findSection(): Promise<SectionEntry> {
		const { sections } = await this.#library.readIndex(this.course);
		return sections.find(({ id }) => id === this.#section) ?? this.course.first;
	}

	async #tell(): Promise<void> {
		const session = await this.#store.readSession(this.course.id);
		// What was missed may be gone over again; what counts is the first time.
		if (session?.id !== this.#id || this.#packed(session) === this.#told) return;
		this.#told = this.#packed(session);
		const scores = Object.values(session.answers).map(({ score }) => score);
		const score = scores.reduce((sum, each) => sum + each, 0) / session.questions.length;
		const hasPassed = score >= (this.#reporter.passShare ?? this.#package.passShare);
		const standing = { marks: this.#told, score, isDone: isFinished(session), hasPassed };
		await this.#reporter.tell(standing, this.#reportOf(session)).then(
			() => (this.refusal = undefined),
			(error: unknown) => this.#refuse(error)
		);
	}

	/** Of the answer that was just given; none for one that was taken back. */
	#reportOf(session: Session): AnswerReport | undefined {
		const { asked, given, atMillis } = this.#given ?? {};
		if (!asked || !given || session.answers[asked.position]?.event !== given.event) return undefined;
		const { question } = asked;
		return {
			...describeAnswer(question, given.answer),
			...{ id: question.id, prompt: question.prompt, right: given.outcome.right, score: given.outcome.score },
			...{ language: this.course.language, atMillis: atMillis! },
			...{ spentMillis: Math.round(performance.now() - this.#shownAt) }
		};
	}

	#packed(session: Session): string {
		return packMarks(this.#package.edition, session);
	}

	#refuse(error: unknown): undefined {
		this.refusal = error instanceof Error && error.message !== '' ? error.message : String(error);
	}
}
