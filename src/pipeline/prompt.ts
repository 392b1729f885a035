import { createInterface } from 'node:readline/promises';

/** The answer without spaces around it; empty where there is nobody to answer. */
export type Ask = (question: string) => Promise<string>;

export interface Prompt {
	readonly ask: Ask;
	readonly close: () => void;
}

/** Line by line, so that answers may also come from a pipe, all at once. */
export function openPrompt(
	input: NodeJS.ReadableStream = process.stdin,
	output: NodeJS.WritableStream = process.stdout
): Prompt {
	const reader = createInterface({ input });
	const lines = reader[Symbol.asyncIterator]();
	const ask = async (question: string): Promise<string> => {
		output.write(question);
		const { value, done } = await lines.next();
		return done === true ? '' : value.trim();
	};
	return { ask, close: () => reader.close() };
}
