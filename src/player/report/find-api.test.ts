import { expect, it } from 'vitest';
import { findApi } from './find-api.ts';

const api = { LMSInitialize: () => 'true' };
const closed = {
	get API(): never {
		throw new DOMException('Blocked a frame', 'SecurityError');
	},
	get parent(): unknown {
		return { API: api, parent: null };
	}
};

function find(start: object): unknown {
	return findApi(start as Window, 'API');
}

function nested(depth: number, top: object): object {
	return depth === 0 ? top : { parent: nested(depth - 1, top) };
}

it('is found around the page, and around the page that opened it', () => {
	expect(find({ API: api })).toBe(api);
	expect(find(nested(7, { API: api }))).toBe(api);
	expect(find({ parent: undefined, opener: nested(2, { API: api }) })).toBe(api);
});

it('is found beyond a window that gives nothing away', () => {
	expect(find({ parent: closed })).toBe(api);
});

it('is not looked for without an end', () => {
	expect(find(nested(8, { API: api }))).toBeUndefined();
	const top: { parent?: unknown } = {};
	top.parent = top;
	expect(find(top)).toBeUndefined();
});
