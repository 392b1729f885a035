import type { Day } from '#core/day.ts';
import { LOCALE } from './locale.ts';
import { m } from './messages.ts';

/** What a course asks for today, as far as it is told. */
export interface TodayStanding {
	readonly action: 'start' | 'continue' | 'go-on' | 'review' | 'learn' | 'done';
	readonly today:
		| {
				readonly reviews: readonly unknown[];
				readonly putOff: number;
				/** No more than one over what a day asks for is counted. */
				readonly due: number;
				readonly isCatchUp: boolean;
				readonly isEnough: boolean;
				readonly newClaims: number;
				readonly hasNew: boolean;
				readonly nextDay: Day | undefined;
		  }
		| undefined;
}

/** `undefined` where the action says it itself. */
export function makeAction({ action, today }: TodayStanding): string | undefined {
	if (action === 'review') return m.today_review({ count: today?.reviews.length ?? 0 });
	return action === 'learn' ? m.today_learn({ count: today?.newClaims ?? 0 }) : undefined;
}

/** What can be done where the day asks for no more. The mode of each is what its address names. */
export function makeAlso({ action, today }: TodayStanding): readonly { mode: string; label: string }[] {
	if (action !== 'done') return [];
	const practice = { mode: 'practice', label: m.today_practise() };
	if (today?.isEnough) return [practice, { mode: 'review', label: m.today_review_more() }];
	return today?.hasNew ? [practice, { mode: 'learn', label: m.today_learn_more() }] : [practice];
}

/** Beside the action. What is late is not counted up: a number of debt makes nobody learn. */
export function makeSentences(standing: TodayStanding, locale: string = LOCALE): readonly string[] {
	const { action, today } = standing;
	if (today === undefined) return [];
	if (action === 'done') return [doneSentence(today, locale)];
	if (action === 'learn' || today.isEnough) return [];
	const sentences = today.due === 0 ? [] : [dueSentence(today)];
	const isNewNamed = action === 'review' && today.newClaims > 0;
	return isNewNamed ? [...sentences, m.today_then_new({ count: today.newClaims })] : sentences;
}

type Today = NonNullable<TodayStanding['today']>;

function dueSentence({ reviews, putOff, due, isCatchUp }: Today): string {
	const cap = reviews.length;
	if (isCatchUp) return m.today_welcome({ count: cap });
	return putOff > 0 ? m.today_due_many({ cap }) : m.today_due({ count: due, due });
}

function doneSentence({ isEnough, nextDay }: Today, locale: string): string {
	if (isEnough) return m.today_done_enough();
	return nextDay === undefined ? m.today_done() : m.today_next({ day: makeDayWords(nextDay, locale) });
}

/** "Thursday, 10 December". A calendar day: no zone moves it. */
export function makeDayWords(day: Day, locale: string = LOCALE): string {
	const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(locale, options).format(Date.parse(day));
}
