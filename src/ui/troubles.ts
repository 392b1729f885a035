import { m } from './messages.ts';
import type { TroubleName } from './trouble-props.ts';

interface TroubleText {
	readonly sentence: () => string;
	/** Whether this page is too far gone to try again. */
	readonly needsReload: boolean;
}

/** Each fault in one sentence that a person understands, with one thing to do. */
export const TROUBLES = {
	blocked: { sentence: m.trouble_store_blocked, needsReload: false },
	outdated: { sentence: m.trouble_store_outdated, needsReload: true },
	full: { sentence: m.trouble_store_full, needsReload: false },
	failed: { sentence: m.trouble_store_failed, needsReload: false },
	content: { sentence: m.trouble_content, needsReload: false },
	unknown: { sentence: m.trouble_unknown, needsReload: true }
} satisfies Record<TroubleName, TroubleText>;
