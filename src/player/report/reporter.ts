import type { AnswerReport } from './answer-report.ts';

/** Where the learner stands in the part of the course that the platform has opened. */
export interface Standing {
	/** To be given back when the learner returns. */
	readonly marks: string;
	/** Mean of the scores over all questions, from 0 to 1. */
	readonly score: number;
	readonly isDone: boolean;
	readonly hasPassed: boolean;
}

/** A learning platform, by whichever standard it speaks. */
export interface Reporter {
	/** What was kept when the learner left; `undefined` on a first visit. Rejects where the platform does not answer. */
	open(): Promise<string | undefined>;
	/** Share from which on the part is passed, where the platform has its own. */
	readonly passShare?: number | undefined;
	/** Rejects where the platform has not taken it. */
	tell(standing: Standing, answer?: AnswerReport): Promise<void>;
	/** Once, when the page goes. */
	close(): void;
}

/** The platform has refused something; `message` is its own word for why. */
export class ReportError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'ReportError';
	}
}

/** Opened from a folder, or by a host that is no learning platform. */
export const NOBODY: Reporter = {
	open: () => Promise.resolve(undefined),
	tell: () => Promise.resolve(),
	close: () => undefined
};
