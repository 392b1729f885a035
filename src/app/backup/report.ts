import { readErrors } from './error-ring.ts';
import type { DataCheck } from './check-data.ts';

/** What helps to find a fault: numbers, versions and the last errors. No question, no answer, no name. */
export async function makeReport(version: string, check: DataCheck, now: Date): Promise<string> {
	const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
	const persisted = await navigator.storage?.persisted?.().catch(() => undefined);
	const megabytes = (bytes: number | undefined): string =>
		bytes === undefined ? 'unknown' : `${(bytes / 1e6).toFixed(1)} MB`;
	const pairs = (counts: Readonly<Record<string, number>>): string =>
		Object.entries(counts)
			.map(([name, count]) => `${name} ${count}`)
			.join(', ');
	return [
		`Grasp ${version}, ${now.toISOString()}`,
		`browser: ${navigator.userAgent}`,
		`storage: ${megabytes(usage)} of ${megabytes(quota)}, promised to stay: ${persisted ?? 'unknown'}`,
		`events: ${check.total} (${pairs(check.events)})`,
		`made from them: ${pairs(check.counts)}; mended: ${check.mended.join(', ') || 'nothing'}`,
		'errors:',
		...readErrors().map(({ at, message }) => `${at} ${message}`)
	].join('\n');
}
