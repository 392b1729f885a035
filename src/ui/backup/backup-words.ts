import { m } from '../messages.ts';

export interface ShownContents {
	readonly madeAt: number;
	readonly events: number;
	readonly courses: readonly string[];
	readonly settings: number;
	readonly results: number;
	readonly cut?: string;
}

export interface ShownRestored {
	readonly events: number;
	readonly courses: number;
	readonly copies: number;
	readonly settings: number;
	readonly results: number;
}

/** A line for each sort of thing that is there. */
export function sayContents(
	{ events, courses, settings, results }: ShownContents,
	locale: string
): readonly string[] {
	const titles = new Intl.ListFormat(locale).format(courses);
	return [
		...(events > 0 ? [m.backup_holds_events({ count: events })] : []),
		...(courses.length > 0 ? [m.backup_holds_courses({ count: courses.length, titles })] : []),
		...(settings > 0 ? [m.backup_holds_settings({ count: settings })] : []),
		...(results > 0 ? [m.backup_holds_results({ count: results })] : [])
	];
}

export function sayRestored({
	events,
	courses,
	copies,
	settings,
	results
}: ShownRestored): readonly string[] {
	return [
		{ count: events, say: m.backup_holds_events },
		{ count: courses, say: m.backup_new_courses },
		{ count: copies, say: m.backup_copies },
		{ count: settings, say: m.backup_holds_settings },
		{ count: results, say: m.backup_holds_results }
	].flatMap(({ count, say }) => (count > 0 ? [say({ count })] : []));
}
