import { m } from '../messages.ts';

export interface ShownGathering {
	readonly fresh: number;
	readonly doubles: number;
	readonly foreign: number;
	readonly altered: number;
	readonly unreadable: number;
}

/** What became of the results that were gathered last, a sentence each. */
export function sayGathering(gathering: ShownGathering): readonly string[] {
	return [
		{ count: gathering.fresh, say: m.class_fresh },
		{ count: gathering.doubles, say: m.class_doubles },
		{ count: gathering.foreign, say: m.class_foreign },
		{ count: gathering.altered, say: m.class_altered },
		{ count: gathering.unreadable, say: m.class_unreadable }
	].flatMap(({ count, say }) => (count > 0 ? [say({ count })] : []));
}
