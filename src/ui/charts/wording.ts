import type { Day } from '#core/day.ts';

/** Numbers, days and times in one language. Days are calendar days: no zone moves them. */
export interface Wording {
	number(value: number): string;
	/** Of a share from 0 to 1, in whole percents. */
	percent(share: number): string;
	percents(low: number, high: number): string;
	/** "Thu, 5 Mar". */
	day(day: Day): string;
	/** "5 March 2026". */
	fullDay(day: Day): string;
	/** "5 Mar". */
	shortDay(day: Day): string;
	weekday(day: Day): string;
	shortWeekday(day: Day): string;
	/** "T". */
	letter(day: Day): string;
	/** "1 hr 20 min"; seconds below a minute. */
	time(millis: number): string;
	list(words: readonly string[]): string;
}

const MINUTE_MILLIS = 60_000;

/** @param language BCP 47 tag */
export function makeWording(language: string): Wording {
	const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
	const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
	const days = (options: Intl.DateTimeFormatOptions) => {
		const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
		return (day: Day) => format.format(Date.parse(day));
	};
	const lists = new Intl.ListFormat(language, { type: 'conjunction' });
	return {
		number: (value) => numbers.format(value),
		percent: (share) => percents.format(share),
		percents: (low, high) => percents.formatRange(low, high),
		day: days({ weekday: 'short', day: 'numeric', month: 'short' }),
		fullDay: days({ day: 'numeric', month: 'long', year: 'numeric' }),
		shortDay: days({ day: 'numeric', month: 'short' }),
		weekday: days({ weekday: 'long' }),
		shortWeekday: days({ weekday: 'short' }),
		letter: days({ weekday: 'narrow' }),
		time: makeTimeWording(language),
		list: (words) => lists.format(words)
	};
}

/** By units, since not every browser formats durations. */
function makeTimeWording(language: string): (millis: number) => string {
	const unit = (name: string) =>
		new Intl.NumberFormat(language, {
			...{ style: 'unit', unit: name, unitDisplay: 'short' },
			maximumFractionDigits: 0
		});
	const [hours, minutes, seconds] = [unit('hour'), unit('minute'), unit('second')];
	const joined = new Intl.ListFormat(language, { type: 'unit', style: 'narrow' });
	return (millis) => {
		if (millis > 0 && millis < MINUTE_MILLIS) return seconds.format(Math.ceil(millis / 1000));
		const whole = Math.round(millis / MINUTE_MILLIS);
		const parts = [
			...(whole >= 60 ? [hours.format(Math.floor(whole / 60))] : []),
			...(whole < 60 || whole % 60 > 0 ? [minutes.format(whole % 60)] : [])
		];
		return joined.format(parts);
	};
}
