import type { Flagged, QuestionRef, Suspended } from '#core/event.ts';
import type { LearnerStore } from '#storage/store.ts';
import type { Stamper } from './stamper.ts';
import type { Tabs } from './tabs.ts';

export interface MarkParts {
	readonly store: LearnerStore;
	readonly stamper: Stamper;
	readonly tabs: Tabs;
}

/** Leaves a claim out, or asks for it again. Rejects with a `StoreError`. */
export async function markSuspended(
	{ store, stamper, tabs }: MarkParts,
	{ course, section, claim }: Pick<Suspended, 'course' | 'section' | 'claim'>,
	suspended: boolean
): Promise<void> {
	await store.append([{ ...stamper.stamp(), kind: 'suspended', course, section, claim, suspended }]);
	tabs.tell(course);
}

/** Puts the learner's own mark on a question, or takes it away. Rejects with a `StoreError`. */
export async function markFlagged(
	{ store, stamper, tabs }: MarkParts,
	{ course, section, claim, question }: QuestionRef & Pick<Flagged, 'course'>,
	flagged: boolean
): Promise<void> {
	await store.append([{ ...stamper.stamp(), kind: 'flagged', course, section, claim, question, flagged }]);
	tabs.tell(course);
}
