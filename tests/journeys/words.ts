import { readFileSync } from 'node:fs';

const MESSAGES: Readonly<Record<string, unknown>> = JSON.parse(
	readFileSync(new URL('../../src/ui/messages/en.json', import.meta.url), 'utf8')
);

/** What the screen says under that name: `say('study_position', { position: 2, count: 10 })`. */
export function say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
	const message = MESSAGES[name];
	if (typeof message !== 'string') throw new Error(`The catalogue has no plain message "${name}".`);
	return message.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
