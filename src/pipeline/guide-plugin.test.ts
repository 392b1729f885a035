import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GuideBlock, GuideInline } from '#core/guide.ts';
import { parseGuide, slug } from './guide-plugin.ts';

const guide = parseGuide(readFileSync(new URL('../../questions/README.md', import.meta.url), 'utf8'));

function textsOf(block: GuideBlock): readonly (readonly GuideInline[])[] {
	if (block.kind === 'code') return [];
	if (block.kind === 'list') return block.items.flat().flatMap(textsOf);
	if (block.kind === 'table') return [...block.head, ...block.rows.flat()];
	return [block.text];
}

function partsOf(part: GuideInline): readonly GuideInline[] {
	return typeof part === 'string' || part.kind === 'code' ? [part] : [part, ...part.parts.flatMap(partsOf)];
}

describe('the guide in the app', () => {
	it('has every heading of the file, and every link of it leads to one', () => {
		const ids = guide.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain('the-ten-kinds-of-question');
		const links = guide
			.flatMap(textsOf)
			.flat()
			.flatMap(partsOf)
			.flatMap((part) => (typeof part === 'object' && part.kind === 'link' ? [part.to] : []));
		expect(links.length).toBeGreaterThan(10);
		expect(links.filter((to) => !ids.includes(to))).toEqual([]);
	});

	it('keeps what looks like a tag, in words and in code', () => {
		expect(parseGuide('a < b & `c <d>`')).toEqual([
			{ kind: 'paragraph', text: ['a < b & ', { kind: 'code', text: 'c <d>' }] }
		]);
	});

	it('shows no comment, and refuses what it has no way to show', () => {
		expect(parseGuide('<!-- file: x -->\n\n# One\n')).toEqual([
			{ kind: 'heading', level: 1, id: 'one', text: ['One'] }
		]);
		expect(() => parseGuide('![a picture](x.png)')).toThrow('cannot show');
	});

	it('names headings as the hosts of code do', () => {
		expect(slug('`single-choice`: choose one')).toBe('single-choice-choose-one');
	});
});
