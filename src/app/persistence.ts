/** Whether the browser has promised to keep what is stored; `unknown` where it cannot be asked. */
export type Persistence = 'kept' | 'not-kept' | 'unknown';

export async function readPersistence(): Promise<Persistence> {
	return toPersistence(await navigator.storage?.persisted?.());
}

/** Browsers grant this by how much a site is used: asked too early, the answer is no. */
export async function askPersistence(): Promise<Persistence> {
	return toPersistence(await navigator.storage?.persist?.());
}

function toPersistence(answer: boolean | undefined): Persistence {
	if (answer === undefined) return 'unknown';
	return answer ? 'kept' : 'not-kept';
}
