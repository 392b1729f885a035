import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'src/ui/messages';

type Catalogue = Readonly<Record<string, unknown>>;

const read = (file: string): Catalogue => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Catalogue;
const main = read('en.json');
const others = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'en.json');

/** What a message is given, in any of its variants. */
function placeholdersOf(message: unknown): readonly string[] {
	const texts =
		typeof message === 'string'
			? [message]
			: (message as { match: Record<string, string> }[]).flatMap(({ match }) => Object.values(match));
	return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
}

describe.each(others)('%s', (file) => {
	const catalogue = read(file);
	const keys = Object.keys(catalogue);

	it('has every key of en.json; translate those that are named', () => {
		const lacking = Object.keys(main).filter((key) => !keys.includes(key));
		const lines = lacking.map((key) => `${key}: ${JSON.stringify(main[key])}`);
		expect(lines, `add these to ${FOLDER}/${file}`).toEqual([]);
	});

	it('has no key that en.json lacks; take those out that are named', () => {
		expect(
			keys.filter((key) => !(key in main)),
			`take these out of ${FOLDER}/${file}`
		).toEqual([]);
	});

	it('puts the same values into each message as en.json', () => {
		const differing = keys
			.filter((key) => key in main && !key.startsWith('$'))
			.filter((key) => String(placeholdersOf(catalogue[key])) !== String(placeholdersOf(main[key])))
			.map(
				(key) =>
					`${key}: expected ${String(placeholdersOf(main[key]))}, found ${String(placeholdersOf(catalogue[key]))}`
			);
		expect(differing, `mend these in ${FOLDER}/${file}`).toEqual([]);
	});

	it('leaves no message empty', () => {
		expect(keys.filter((key) => catalogue[key] === '')).toEqual([]);
	});
});

it.each(['en.json', ...others])('%s says each key once: of two, the first would be lost', (file) => {
	const keys = [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/^\t"([^"]+)":/gm)].map(
		([, key]) => key
	);
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('there is another language than English to hold against it', () => {
	expect(others).toContain('zh.json');
});
