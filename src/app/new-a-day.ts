/** How many claims a learner wants to meet for the first time on one day. */
export const NEW_A_DAY = 'new-claims-a-day';
export const USUAL_NEW_A_DAY = 10;
export const MOST_NEW_A_DAY = 20;

/** Settings come from a disk, or from a backup that anybody can write: what is no number of ours is none. */
export function readNewADay(settings: ReadonlyMap<string, unknown>): number {
	const value = settings.get(NEW_A_DAY);
	const isOurs = typeof value === 'number' && Number.isInteger(value);
	return isOurs && value >= 0 && value <= MOST_NEW_A_DAY ? value : USUAL_NEW_A_DAY;
}
