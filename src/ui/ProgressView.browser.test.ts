import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { A_PLAN, aRichOutline, aRichRecord, NO_PROGRESS } from '#tests/fixtures/progress.ts';
import ProgressView from './ProgressView.svelte';
import { m } from './messages.ts';

function renderProgress(values: Partial<Parameters<typeof render<typeof ProgressView>>[1]> = {}) {
	return render(ProgressView, {
		record: aRichRecord(),
		course: aRichOutline(),
		plan: A_PLAN,
		language: 'en',
		hrefs: {
			study: '/study/course',
			settings: '/settings',
			readyBy: '/course/course',
			lessonOf: (section: string, claim: string) => `/lesson/course?section=${section}#claim-${claim}`,
			historyOf: (claim: string) => `/history/course?claim=${claim}`
		},
		onaskagain: () => undefined,
		...values
	});
}

describe('ProgressView', () => {
	it('says each picture in words and in a table, and draws for the eye alone', async () => {
		const { container } = await renderProgress();
		const figures = [...container.querySelectorAll('figure')];
		expect(figures).toHaveLength(8);
		for (const figure of figures) {
			const title = figure.querySelector('figcaption h3')!.textContent;
			expect(figure.querySelector('figcaption p')!.textContent, title).not.toBe('');
			expect(figure.querySelectorAll('tbody tr').length, title).toBeGreaterThan(0);
			for (const svg of figure.querySelectorAll('svg'))
				expect(svg.closest('[aria-hidden=true]')).not.toBeNull();
		}
	});

	it('leads a newcomer to the questions', async () => {
		const screen = await renderProgress({ record: NO_PROGRESS });
		await expect.element(screen.getByRole('heading', { name: m.picture_nothing() })).toBeVisible();
		await expect.element(screen.getByRole('link')).toHaveAttribute('href', '/study/course');
		expect(screen.container.querySelector('figure')).toBeNull();
	});

	it('leads to the lesson of a claim that was forgotten often', async () => {
		const screen = await renderProgress();
		const link = screen.getByRole('link', { name: m.picture_often_lesson() }).first();
		await expect.element(link).toHaveAttribute('href', '/lesson/course?section=s0#claim-s0-5');
	});

	it('asks again for a claim that was left out, and keeps the focus', async () => {
		const onaskagain = vi.fn();
		const screen = await renderProgress({ onaskagain });
		await screen.getByRole('button').first().click();
		expect(onaskagain).toHaveBeenCalledWith(expect.objectContaining({ claim: 's1-1', suspended: true }));
		expect(document.activeElement).toHaveTextContent(m.picture_left_out_title());
	});

	it('draws from the right where that is how one reads', async () => {
		document.documentElement.dir = 'rtl';
		const { container } = await renderProgress();
		const drawings = container.querySelectorAll('figure svg:not([width], li > svg)');
		expect(drawings.length).toBeGreaterThan(10);
		for (const svg of drawings) {
			expect(getComputedStyle(svg).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
		}
		document.documentElement.dir = '';
	});
});
