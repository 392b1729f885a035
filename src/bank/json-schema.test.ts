import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeJsonSchemas } from './json-schema.ts';

describe('JSON Schemas', () => {
	it.each(Object.entries(makeJsonSchemas()))('%s is current', (name, text) => {
		expect(readFileSync(`questions/${name}`, 'utf8'), 'run: npm run questions schema').toBe(text);
	});

	it('describe every kind of question, and refuse other keys', () => {
		const section = JSON.parse(makeJsonSchemas()['section.schema.json']!);
		const kinds = section.properties.questions.items.anyOf ?? section.properties.questions.items.oneOf;
		expect(kinds).toHaveLength(10);
		expect(kinds[0].properties.explanation.description).toContain('Example: explanation:');
		expect(kinds.every((kind: { additionalProperties: boolean }) => !kind.additionalProperties)).toBe(true);
	});
});
