import { readCatalogue } from '#pipeline/languages.mjs';

let messages: Readonly<Record<string, unknown>> = readCatalogue('en');

/** From here on the screen is read in that language. A worker walks one journey at a time. */
export function speak(language: string): void {
	messages = readCatalogue(language);
}

/** What the screen says under that name: `say('study_position', { position: 2, count: 10 })`. */
export function say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
	const message = messages[name];
	if (typeof message !== 'string') throw new Error(`The catalogue has no plain message "${name}".`);
	return message.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
