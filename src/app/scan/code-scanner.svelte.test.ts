import { describe, expect, it, vi } from 'vitest';
import { CodeScanner } from './code-scanner.svelte.ts';

/** As much of a stream as the scanner touches. */
function aStream() {
	const stop = vi.fn();
	return { stop, stream: { getTracks: () => [{ stop }] } as unknown as MediaStream };
}

function aVideo(): HTMLVideoElement {
	return { readyState: 4 } as HTMLVideoElement;
}

vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 });

describe('the scanner', () => {
	it.each([
		['NotAllowedError', 'refused'],
		['NotFoundError', 'none'],
		['NotReadableError', 'refused']
	])('says what a camera that fails with %s means', async (name, state) => {
		const scanner = new CodeScanner(() => {}, {
			openCamera: () => Promise.reject(new DOMException('No', name))
		});
		await scanner.start();
		expect(scanner.state).toBe(state);
	});

	it('tells a code that stays in view once, and the next one again', async () => {
		const told: string[] = [];
		const { stream, stop } = aStream();
		const seen = [undefined, 'a', 'a', 'b', 'b', undefined];
		const scanner = new CodeScanner((text) => told.push(text), {
			openCamera: () => Promise.resolve(stream),
			loadFinder: () =>
				Promise.resolve(() => {
					const next = seen.shift();
					if (seen.length === 0) scanner.stop();
					return Promise.resolve(next);
				})
		});
		await scanner.start();
		await scanner.watch(aVideo());
		expect(told).toEqual(['a', 'b']);
		expect(stop).toHaveBeenCalledOnce();
		expect(scanner.state).toBe('off');
	});

	it('ends the camera that the browser grants after the dialog was closed', async () => {
		const { stream, stop } = aStream();
		let grant = (_: MediaStream): void => {};
		const scanner = new CodeScanner(() => {}, {
			openCamera: () => new Promise((resolve) => (grant = resolve))
		});
		const starting = scanner.start();
		scanner.stop();
		grant(stream);
		await starting;
		expect(stop).toHaveBeenCalledOnce();
		expect(scanner.stream).toBeUndefined();
	});
});
