/** What other tools have no words for travels as tags: `grasp:level=apply`. */

import { LEVELS, type Level } from '#core/question.ts';

export interface OwnWords {
	readonly id?: string;
	readonly claim?: string;
	readonly level?: Level;
	readonly also?: readonly string[];
}

const TAG = /^grasp:(id|claim|level|also)=([a-z0-9-]{1,200}(?: [a-z0-9-]{1,60})*)$/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function makeOwnTags({ id, claim, level, also }: OwnWords): readonly string[] {
	return [
		...(id === undefined ? [] : [`grasp:id=${id}`]),
		...(claim === undefined ? [] : [`grasp:claim=${claim}`]),
		...(level === undefined ? [] : [`grasp:level=${level}`]),
		...(also ?? []).map((each) => `grasp:also=${each}`)
	];
}

export function isOwnTag(tag: string): boolean {
	return TAG.test(tag);
}

/** Tags that are none of ours, or have no meaning, are passed over. */
export function readOwnTags(tags: readonly string[]): OwnWords {
	const words: { id?: string; claim?: string; level?: Level } = {};
	const also: string[] = [];
	for (const tag of tags) {
		const [, name, value] = TAG.exec(tag.trim()) ?? [];
		if (value === undefined) continue;
		if (name === 'level') {
			if (LEVELS.includes(value as Level)) words.level = value as Level;
		} else if (!ID.test(value)) continue;
		else if (name === 'also') also.push(value);
		else words[name as 'id' | 'claim'] = value;
	}
	return { ...words, ...(also.length > 0 && { also }) };
}
