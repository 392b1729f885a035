import type { SessionMode } from '#core/event.ts';
import { isFinished, type Session } from '#core/session.ts';

/** `any` goes on with whatever is open; `today` is what the day asks for, be it reviews or new claims. */
export type Wanted = 'any' | 'today' | Exclude<SessionMode, 'again' | 'exam'>;

/** What the learner wants to be asked, as the address says it. */
export interface Opening {
	readonly mode?: Wanted | undefined;
	/** Only this section's questions. */
	readonly section?: string | undefined;
	/** Only this claim's questions. */
	readonly claim?: string | undefined;
	/** Right after its lesson: a few questions, before it is let go. */
	readonly afterLesson?: boolean | undefined;
	/** Begin anew if this session is still the last one; so a reload goes on with what was begun. */
	readonly after?: string | undefined;
	/** Which questions to practise: read by `practice-filter.ts`. */
	readonly wish?: URLSearchParams | undefined;
}

/** The modes of a session that goes on under an address. What was missed is asked again in its own turn. */
const GOES_ON = {
	any: undefined,
	today: ['learn', 'review', 'again'],
	learn: ['learn', 'again'],
	review: ['review', 'again'],
	practice: ['practice'],
	mistakes: ['mistakes'],
	preview: ['preview']
} satisfies Record<Wanted, readonly SessionMode[] | undefined>;

export function readOpening(query: URLSearchParams): Opening {
	const read = (name: string): string | undefined => query.get(name) ?? undefined;
	const [mode, section, claim] = [read('mode'), read('section'), read('claim')];
	return {
		mode: isWanted(mode) ? mode : undefined,
		section,
		claim,
		afterLesson: query.has('lesson'),
		after: read('after'),
		wish: query
	};
}

/** Without a mode, a claim is practised and a section is learnt. */
export function wantedOf({ mode, section, claim }: Opening): Wanted {
	if (claim !== undefined) return 'practice';
	return mode ?? (section === undefined ? 'any' : 'learn');
}

/** A summary stays through a reload, and is none of the next day's business. */
const SUMMARY_STAYS_MILLIS = 12 * 3_600_000;

/** Whether the session begun last is what the address asks for: then it goes on, wherever it stands. */
export function goesOn(session: Session, opening: Opening, nowMillis: number): boolean {
	if (session.closed || session.id === opening.after) return false;
	if (isFinished(session) && nowMillis - session.startedAt > SUMMARY_STAYS_MILLIS) return false;
	const { section, claim } = opening;
	const modes: readonly SessionMode[] | undefined = GOES_ON[wantedOf(opening)];
	return (
		(modes === undefined || modes.includes(session.mode)) &&
		session.questions.every(
			(ref) =>
				(section === undefined || ref.section === section) && (claim === undefined || ref.claim === claim)
		)
	);
}

function isWanted(name: string | undefined): name is Wanted {
	return name !== undefined && Object.hasOwn(GOES_ON, name);
}
