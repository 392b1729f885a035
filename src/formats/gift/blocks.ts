/** Cuts a GIFT file into its questions. */

import { hideEscaped } from './escape.ts';

export interface GiftBlock {
	/** From 1. */
	readonly line: number;
	/** With escaped signs hidden. */
	readonly text: string;
	readonly group: readonly string[];
	/** What Moodle knows the question by. */
	readonly id?: string;
	readonly tags: readonly string[];
}

interface Draft {
	readonly line: number;
	readonly lines: string[];
	/** Braces opened and not closed. */
	open: number;
}

/** One blank line ends a question; within braces only where the next line begins something new. */
export function cutGift(text: string): readonly GiftBlock[] {
	const blocks: GiftBlock[] = [];
	let group: readonly string[] = [];
	let marks: { id?: string; tags: string[] } = { tags: [] };
	let draft: Draft | undefined;
	const close = (): void => {
		if (draft === undefined) return;
		blocks.push({ line: draft.line, text: draft.lines.join('\n'), group, ...marks });
		marks = { tags: [] };
		draft = undefined;
	};
	for (const [index, raw] of text.split('\n').entries()) {
		const line = raw.trimEnd();
		const start = line.trimStart();
		if (start.startsWith('//')) {
			if (draft === undefined) readMarks(start, marks);
			continue;
		}
		if (start === '' && (draft === undefined || draft.open <= 0)) {
			close();
			continue;
		}
		if (/^(::|\$CATEGORY:)/.test(start) && (draft === undefined || draft.open > 0)) close();
		if (start.startsWith('$CATEGORY:') && draft === undefined) {
			group = readCategory(start.slice('$CATEGORY:'.length));
			continue;
		}
		const hidden = hideEscaped(line);
		draft ??= { line: index + 1, lines: [], open: 0 };
		draft.lines.push(hidden);
		draft.open += countOf(hidden, '{') - countOf(hidden, '}');
	}
	close();
	return blocks;
}

function readMarks(comment: string, marks: { id?: string; tags: string[] }): void {
	for (const [, name, value] of comment.matchAll(/\[(id|tag):((?:[^\]\\]|\\.)*)\]/g)) {
		const plain = value!.replace(/\\(.)/g, '$1').trim();
		if (name === 'id') marks.id = plain;
		else marks.tags.push(plain);
	}
}

/** "$course$/top/Biology/Cells": the first two are Moodle's own. "//" is a slash in a name. */
function readCategory(path: string): readonly string[] {
	return path
		.trim()
		.replaceAll('//', '\u0001')
		.split('/')
		.map((name) => name.replaceAll('\u0001', '/').trim())
		.filter((name) => name !== '' && name !== 'top' && !/^\$[a-z]+\$$/.test(name));
}

function countOf(text: string, sign: string): number {
	return text.split(sign).length - 1;
}
