/** cmi5: statements to a learning record store, in the order and with the context that the standard asks for. */

import type { AnswerReport } from './answer-report.ts';
import { ReportError, type Reporter, type Standing } from './reporter.ts';
import { isoSpan, joinParts, joinPattern } from './scorm.ts';

/** What the platform says in the address that it opens. */
interface Launch {
	readonly endpoint: string;
	readonly fetch: string;
	/** JSON of an agent. */
	readonly actor: string;
	readonly registration: string;
	readonly activityId: string;
}

interface LaunchData {
	readonly contextTemplate?: Record_;
	readonly launchMode?: string;
	readonly masteryScore?: number;
}

/** What was kept: the marks, and which statements must not come a second time. */
interface Kept {
	readonly marks: string;
	readonly told: readonly string[];
}

type Record_ = Readonly<Record<string, unknown>>;

const VERB = 'http://adlnet.gov/expapi/verbs/';
const CONTEXT = 'https://w3id.org/xapi/cmi5/context/';
const VERSION = '1.0.3';
const STATE = 'grasp';

/** `undefined` where the address is not that of a cmi5 platform. */
export function readLaunch(query: string): Launch | undefined {
	const said = new URLSearchParams(query);
	const [endpoint, fetchUrl, actor, registration, activityId] = [
		...['endpoint', 'fetch', 'actor', 'registration', 'activityId'].map((name) => said.get(name))
	];
	if (!endpoint || !fetchUrl || !actor || !registration || !activityId) return undefined;
	return { endpoint: endpoint.replace(/\/?$/, '/'), fetch: fetchUrl, actor, registration, activityId };
}

export interface Cmi5Parts {
	readonly fetchFrom: typeof fetch;
	readonly now: () => number;
	readonly makeId: () => string;
}

export function makeCmi5(launch: Launch, parts: Partial<Cmi5Parts> = {}): Reporter {
	return new Cmi5(launch, {
		fetchFrom: (...args) => fetch(...args),
		now: Date.now,
		makeId: () => crypto.randomUUID(),
		...parts
	});
}

class Cmi5 implements Reporter {
	readonly #launch: Launch;
	readonly #parts: Cmi5Parts;
	readonly #openedAt: number;
	#token = '';
	#data: LaunchData = {};
	#told = new Set<string>();
	#isClosed = false;
	/** One after the other, in the order in which they were said. */
	#sending: Promise<unknown> = Promise.resolve();

	constructor(launch: Launch, parts: Cmi5Parts) {
		this.#launch = launch;
		this.#parts = parts;
		this.#openedAt = parts.now();
	}

	get passShare(): number | undefined {
		return this.#data.masteryScore;
	}

	async open(): Promise<string | undefined> {
		const answer = await this.#parts.fetchFrom(this.#launch.fetch, { method: 'POST' });
		const said = (await answer.json()) as Record_;
		if (typeof said['auth-token'] !== 'string')
			throw new ReportError(String(said['error-text'] ?? 'no token for this session'));
		this.#token = said['auth-token'];
		this.#data = (await this.#readState('LMS.LaunchData')) as LaunchData;
		// The standard asks that it be read; nothing in it concerns a quiz.
		const agent = new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent: this.#launch.actor });
		await this.#ask(`agents/profile?${agent}`);
		const kept = (await this.#readState(STATE)) as Partial<Kept>;
		this.#told = new Set(kept.told);
		await this.#send(this.#statement('initialized'));
		return kept.marks;
	}

	async tell({ marks, score, isDone, hasPassed }: Standing, answer?: AnswerReport): Promise<void> {
		await this.#send(...(answer ? [this.#answered(answer)] : []), ...this.#ends(isDone, hasPassed, score));
		const kept: Kept = { marks, told: [...this.#told] };
		await this.#ask(this.#stateAddress(STATE), { method: 'PUT', body: JSON.stringify(kept) });
	}

	close(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		const result = { duration: this.#duration() };
		void this.#send({ ...this.#statement('terminated'), result }).catch(() => undefined);
	}

	/** Only who was sent to do the work completes it, passes or fails. */
	#ends(isDone: boolean, hasPassed: boolean, scaled: number): readonly Record_[] {
		const isNormal = (this.#data.launchMode ?? 'Normal') === 'Normal';
		if (!isDone || !isNormal) return [];
		const duration = this.#duration();
		const { masteryScore } = this.#data;
		const extensions =
			masteryScore === undefined ? {} : { [`${CONTEXT}extensions/masteryscore`]: masteryScore };
		const ends = [
			{ verb: 'completed', result: { completion: true, duration }, isDue: !this.#told.has('completed') },
			{
				verb: hasPassed ? 'passed' : 'failed',
				result: { success: hasPassed, score: { scaled }, duration },
				isDue: !this.#told.has('passed') && !(this.#told.has('failed') && !hasPassed)
			}
		].filter(({ isDue }) => isDue);
		for (const { verb } of ends) this.#told.add(verb);
		return ends.map(({ verb, result }) => ({
			...this.#statement(verb, ['moveon'], verb === 'completed' ? {} : extensions),
			result
		}));
	}

	#answered(report: AnswerReport): Record_ {
		const { type, language } = report;
		const base = this.#statement('answered', undefined);
		return {
			...base,
			timestamp: new Date(report.atMillis).toISOString(),
			object: {
				objectType: 'Activity',
				id: `${this.#launch.activityId}/${report.id}`,
				definition: {
					type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
					interactionType: type,
					description: { [language]: report.prompt },
					correctResponsesPattern: [
						type === 'numeric' ? joinPattern(report.correct, type) : joinParts(report.correct, type)
					]
				}
			},
			result: {
				success: report.right,
				score: { scaled: Number(report.score.toFixed(4)) },
				duration: isoSpan(report.spentMillis),
				response: joinParts(report.response, type)
			}
		};
	}

	/** `categories`: absent for what the standard only allows, and does not define. */
	#statement(
		verb: string,
		categories: readonly string[] | undefined = [],
		extensions: Record_ = {}
	): Record_ {
		const { contextTemplate = {} } = this.#data;
		const given = (contextTemplate['contextActivities'] ?? {}) as Readonly<
			Record<string, readonly unknown[]>
		>;
		const own = categories && ['cmi5', ...categories].map((name) => ({ id: `${CONTEXT}categories/${name}` }));
		const category = [...(given['category'] ?? []), ...(own ?? [])];
		return {
			id: this.#parts.makeId(),
			timestamp: new Date(this.#parts.now()).toISOString(),
			actor: JSON.parse(this.#launch.actor) as unknown,
			verb: { id: `${VERB}${verb}`, display: { 'en-US': verb } },
			object: { objectType: 'Activity', id: this.#launch.activityId },
			context: {
				...contextTemplate,
				registration: this.#launch.registration,
				contextActivities: { ...given, ...(category.length > 0 && { category }) },
				extensions: { ...((contextTemplate['extensions'] ?? {}) as Record_), ...extensions }
			}
		};
	}

	#send(...statements: readonly Record_[]): Promise<unknown> {
		if (statements.length === 0) return this.#sending;
		const send = (): Promise<Response> =>
			this.#ask('statements', { method: 'POST', body: JSON.stringify(statements), keepalive: true });
		this.#sending = this.#sending.catch(() => undefined).then(send);
		return this.#sending;
	}

	async #readState(id: string): Promise<unknown> {
		const answer = await this.#ask(this.#stateAddress(id));
		return answer.ok ? ((await answer.json()) as unknown) : {};
	}

	#stateAddress(stateId: string): string {
		const { activityId, actor: agent, registration } = this.#launch;
		return `activities/state?${new URLSearchParams({ activityId, agent, registration, stateId })}`;
	}

	/** What is not there is no failure. */
	async #ask(path: string, init: RequestInit = {}): Promise<Response> {
		const answer = await this.#parts.fetchFrom(this.#launch.endpoint + path, {
			...init,
			headers: {
				authorization: `Basic ${this.#token}`,
				'x-experience-api-version': VERSION,
				'content-type': 'application/json'
			}
		});
		if (!answer.ok && answer.status !== 404)
			throw new ReportError(`${answer.status} ${answer.statusText}`.trim());
		return answer;
	}

	#duration(): string {
		return isoSpan(this.#parts.now() - this.#openedAt);
	}
}
