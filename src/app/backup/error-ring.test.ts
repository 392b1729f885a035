import { beforeEach, expect, it, vi } from 'vitest';
import { keepError, readErrors, watchErrors } from './error-ring.ts';

beforeEach(() => {
	const kept = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => kept.set(name, value)
	});
});

it('holds the last fifty, and of addresses the path alone', () => {
	for (let number = 0; number < 60; number++) keepError(`fault ${number}`);
	expect(readErrors()).toHaveLength(50);
	keepError('failed at https://example.org/study/x?claim=y#G1.result.secret (https://example.org/a.js:3)');
	expect(readErrors().at(-1)?.message).toBe('failed at /study/x (/a.js:3)');
});

it('hears of what nobody has caught', () => {
	const page = new EventTarget();
	const heard: string[] = [];
	watchErrors(page, (message) => heard.push(message));
	page.dispatchEvent(Object.assign(new Event('error'), { message: 'broken', filename: '/a.js', lineno: 7 }));
	page.dispatchEvent(new Event('error'));
	page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('no') }));
	expect(heard).toEqual(['broken (/a.js:7)', 'Error: no']);
});

it('makes no error of its own where there is no storage, or somebody has written rubbish', () => {
	vi.stubGlobal('localStorage', {
		getItem: () => 'rubbish',
		setItem: () => {
			throw new DOMException('full', 'QuotaExceededError');
		}
	});
	expect(() => keepError('x')).not.toThrow();
	expect(readErrors()).toEqual([]);
});
