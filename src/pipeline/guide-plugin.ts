/** Gives the app its guide: `virtual:guide` holds `questions/README.md` as blocks that need no parser there. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { GuideBlock, GuideInline, GuideText } from '#core/guide.ts';

const VIRTUAL_ID = 'virtual:guide';
const RESOLVED_ID = '\0virtual:guide';

/** `root`: the folder of questions, in which the guide stands. */
export function graspGuide(root: string): Plugin {
	const path = join(root, 'README.md');
	return {
		name: 'grasp-guide',
		resolveId: (id) => (id === VIRTUAL_ID ? RESOLVED_ID : undefined),
		async load(id) {
			if (id !== RESOLVED_ID) return undefined;
			this.addWatchFile(path);
			const blocks = JSON.stringify(parseGuide(await readFile(path, 'utf8')));
			return `export const guide = JSON.parse(${JSON.stringify(blocks)});`;
		}
	};
}

/** Comments are left out, and links to what is not in the guide are their words alone. */
export function parseGuide(markdown: string): readonly GuideBlock[] {
	return lexer(markdown).flatMap(readBlock);
}

function readBlock(token: Token): readonly GuideBlock[] {
	const { type } = token as Tokens.Generic;
	const reader = BLOCKS[type];
	if (!reader)
		throw new Error(`The guide holds "${type}", which the app cannot show: ${token.raw.slice(0, 60)}`);
	return reader(token as Tokens.Generic);
}

const BLOCKS: Readonly<Record<string, (token: Tokens.Generic) => readonly GuideBlock[]>> = {
	space: () => [],
	html: () => [],
	heading: ({ depth, text, tokens }) => [
		{
			kind: 'heading',
			level: Math.min(depth as number, 3) as 1 | 2 | 3,
			id: slug(text as string),
			text: readText(tokens)
		}
	],
	paragraph: ({ tokens }) => [{ kind: 'paragraph', text: readText(tokens) }],
	text: ({ tokens, text }) => [{ kind: 'paragraph', text: tokens ? readText(tokens) : [text as string] }],
	code: ({ text }) => [{ kind: 'code', text: text as string }],
	list: (token) => {
		const { ordered, items } = token as Tokens.List;
		return [{ kind: 'list', isOrdered: ordered, items: items.map((item) => item.tokens.flatMap(readBlock)) }];
	},
	table: (token) => {
		const { header, rows } = token as Tokens.Table;
		const cells = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => readText(tokens));
		return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }];
	}
};

function readText(tokens: readonly Token[] = []): GuideText {
	return tokens.flatMap((token) => readInline(token as Tokens.Generic));
}

function readInline({ type, raw, text, href, tokens }: Tokens.Generic): GuideText {
	const parts = (): GuideText => readText(tokens);
	const readers: Readonly<Record<string, () => readonly GuideInline[]>> = {
		text: () => (tokens ? parts() : [unescapeText(text as string)]),
		escape: () => [text as string],
		br: () => ['\n'],
		html: () => [],
		codespan: () => [{ kind: 'code', text: unescapeText(text as string) }],
		strong: () => [{ kind: 'strong', parts: parts() }],
		em: () => [{ kind: 'em', parts: parts() }],
		link: () =>
			(href as string).startsWith('#')
				? [{ kind: 'link', to: (href as string).slice(1), parts: parts() }]
				: parts()
	};
	const reader = readers[type];
	if (!reader) throw new Error(`The guide holds "${type}", which the app cannot show: ${raw}`);
	return reader();
}

/** The lexer writes these as HTML would have them. */
function unescapeText(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}

/** As the hosts of code name a heading, so that the guide's own links hold there and here. */
export function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}
