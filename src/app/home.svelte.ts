import type { CourseEntry } from '#core/catalogue.ts';
import { answersGiven, isFinished, type Session } from '#core/session.ts';
import type { Progress } from '#core/totals.ts';
import type { Start } from '#storage/store.ts';

/** What the main action of a course does now. */
export type CourseAction = 'start' | 'continue' | 'go-on';

export interface CourseState {
	readonly progress: Progress | undefined;
	/** Begun and not answered to its end. */
	readonly open: Session | undefined;
	readonly action: CourseAction;
	/** What to add to the address of the questions. */
	readonly query: string;
}

/** Where a learner stands with each course. Shows "start" until the store has answered. */
export class Home {
	#states = $state.raw<ReadonlyMap<string, CourseState>>(new Map());

	readonly #courses: readonly CourseEntry[];

	constructor(courses: readonly CourseEntry[]) {
		this.#courses = courses;
	}

	adopt({ sessions, progress }: Start): void {
		this.#states = new Map(
			this.#courses.map(({ id }) => [id, makeCourseState(sessions.get(id), progress.get(id))])
		);
	}

	stateOf(course: string): CourseState {
		return this.#states.get(course) ?? makeCourseState(undefined, undefined);
	}

	/** Whether there is something that an installed app would keep at hand. */
	get hasBegun(): boolean {
		return [...this.#states.values()].some(({ progress }) => progress !== undefined);
	}

	/** The course that was answered last, or else the first. */
	get latest(): CourseEntry | undefined {
		const startedAt = ({ id }: CourseEntry): number => this.#states.get(id)?.open?.startedAt ?? 0;
		return [...this.#courses].sort((a, b) => startedAt(b) - startedAt(a))[0];
	}
}

export function makeCourseState(session: Session | undefined, progress: Progress | undefined): CourseState {
	const isOpen = session !== undefined && !session.closed;
	const open = isOpen && !isFinished(session) && answersGiven(session) > 0 ? session : undefined;
	if (open) return { progress, open, action: 'continue', query: '' };
	const query = isOpen && isFinished(session) ? `?after=${session.id}` : '';
	return { progress, open, action: progress ? 'go-on' : 'start', query };
}
