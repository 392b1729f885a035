/** Turns a record of one version into the next; gets a copy, to its depths, and may change it. */
export type RaisingStep = (record: Record<string, unknown>) => Record<string, unknown>;

/**
 * Law 4: an old record is raised when it is read and never rewritten. `steps[n]` leads from version n
 * to n + 1.
 *
 *     raise({ version: 1, name: 'a' }, { 1: ({ name, ...rest }) => ({ ...rest, title: name }) }, 2)
 *     →  { version: 2, title: 'a' }
 *
 * @returns `undefined` where the record has no version, a later one than `current`, or no way up
 */
export function raise(
	stored: unknown,
	steps: Readonly<Record<number, RaisingStep>>,
	current: number
): Record<string, unknown> | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	// What is current already is handed on as it is: a rebuild reads a million records.
	let record = stored as Record<string, unknown>;
	let version = record['version'];
	while (typeof version === 'number' && version < current) {
		const step = steps[version];
		if (step === undefined) return undefined;
		version += 1;
		record = { ...step(structuredClone(record)), version };
	}
	return version === current ? record : undefined;
}
