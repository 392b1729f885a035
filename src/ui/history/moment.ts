const MINUTE_MILLIS = 60_000;

/** "5 Mar 2026, 09:12": by the clock that the learner had at that moment, wherever they are now. */
export function makeMomentWording(
	language: string
): (event: { readonly at: number; readonly offset: number }) => string {
	const format = new Intl.DateTimeFormat(language, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC'
	});
	return ({ at, offset }) => format.format(at + offset * MINUTE_MILLIS);
}
