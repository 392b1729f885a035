import type { CourseEntry } from '#core/catalogue.ts';
import { answersGiven, isFinished, type Session } from '#core/session.ts';
import type { Progress } from '#core/totals.ts';
import { AUTHORED_DATABASE_NAME } from '#storage/authored-store.ts';
import { StoreError, type Start } from '#storage/store.ts';
import { hasStore } from './lazy-store.ts';
import type { CourseToday } from './today-plan.ts';

/** What the main action of a course does now; `go-on` until it is known what the day asks for. */
export type CourseAction = 'start' | 'continue' | 'go-on' | 'review' | 'learn' | 'done';

export interface CourseState {
	readonly progress: Progress | undefined;
	/** Begun and not answered to its end. */
	readonly open: Session | undefined;
	readonly action: CourseAction;
	/** What to add to the address of the questions. */
	readonly query: string;
	/** Of a learner, a moment after the rest. */
	readonly today: CourseToday | undefined;
	/** The session begun last: what begins anew does so behind it. */
	readonly lastSession: string | undefined;
}

/** Courses that were made or received on this device. Nothing is loaded where there are none. */
export async function listOwn(): Promise<readonly CourseEntry[]> {
	if (!(await hasStore(AUTHORED_DATABASE_NAME))) return [];
	const { listOwnCourses } = await import('./authored/own-courses.ts');
	return listOwnCourses();
}

/** Where a learner stands with each course. Shows "start" until the store has answered. */
export class Home {
	#start = $state.raw<Start | undefined>();
	#today = $state.raw<ReadonlyMap<string, CourseToday>>(new Map());

	readonly #courses: readonly CourseEntry[];

	constructor(courses: readonly CourseEntry[]) {
		this.#courses = courses;
	}

	adopt(start: Start): void {
		this.#start = start;
	}

	/** What the day asks of the courses that were begun. A newcomer has none, and loads nothing. */
	async readToday(read: (course: CourseEntry) => Promise<CourseToday>): Promise<void> {
		const begun = this.#courses.filter(({ id }) => this.#start?.progress.has(id));
		try {
			const entries = await Promise.all(
				begun.map(async (course) => [course.id, await read(course)] as const)
			);
			this.#today = new Map(entries);
		} catch (error) {
			// Said already where the start was read, or said by the questions page, which plans for itself.
			if (!(error instanceof StoreError)) throw error;
		}
	}

	stateOf(course: string): CourseState {
		const session = this.#start?.sessions.get(course);
		return makeCourseState(session, this.#start?.progress.get(course), this.#today.get(course));
	}

	/** An exam that is begun and not handed in: its clock runs on. */
	hasExam(course: string): boolean {
		const exam = this.#start?.exams.get(course);
		return exam !== undefined && !exam.closed && !isFinished(exam);
	}

	/** Whether there is something that an installed app would keep at hand. */
	get hasBegun(): boolean {
		return (this.#start?.progress.size ?? 0) > 0;
	}

	/** The course that was answered last, or else the first. */
	get latest(): CourseEntry | undefined {
		const startedAt = ({ id }: CourseEntry): number => this.#start?.sessions.get(id)?.startedAt ?? 0;
		return [...this.#courses].sort((a, b) => startedAt(b) - startedAt(a))[0];
	}
}

export function makeCourseState(
	session: Session | undefined,
	progress: Progress | undefined,
	today?: CourseToday
): CourseState {
	const isOpen = session !== undefined && !session.closed;
	const open = isOpen && !isFinished(session) && answersGiven(session) > 0 ? session : undefined;
	const action = open ? 'continue' : progress ? actionFor(today) : 'start';
	const query = new URLSearchParams();
	if (progress && !open) query.set('mode', 'today');
	if (isOpen && isFinished(session)) query.set('after', session.id);
	const text = query.size > 0 ? `?${query}` : '';
	return { progress, open, action, query: text, today, lastSession: session?.id };
}

/** What is due first, then what is new, up to the day's amount. */
function actionFor(today: CourseToday | undefined): CourseAction {
	if (today === undefined) return 'go-on';
	if (today.reviews.length > 0 && !today.isEnough) return 'review';
	return today.newClaims > 0 ? 'learn' : 'done';
}
