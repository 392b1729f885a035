import type { Page } from '@playwright/test';

/** Places where the screen is too small for its words: to be scrolled sideways, or text that leaves its box. */
export async function findMisfits(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const BOXES = 'button, a, label, th, td, summary, legend, h1, h2, h3, p, li, dd, .hint';
		const SLACK = 2;
		const { scrollWidth, clientWidth } = document.documentElement;
		const misfits =
			scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px to be scrolled sideways`] : [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const text = texts.currentNode as Text;
			const within = text.parentElement!;
			if (!text.data.trim() || within.closest('.visually-hidden, option, .skip, #svelte-announcer, pre'))
				continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			const scrolls = [...document.querySelectorAll('body *')].some(
				(each) => each.contains(text) && getComputedStyle(each).overflowX === 'auto'
			);
			const box = (within.closest(BOXES) ?? document.body).getBoundingClientRect();
			for (const { left, right, width } of range.getClientRects()) {
				const isOut = left < box.left - SLACK || right > box.right + SLACK;
				const isOff = !scrolls && (left < -SLACK || right > clientWidth + SLACK);
				if (width > 0 && (isOut || isOff)) misfits.push(`"${text.data.trim().slice(0, 60)}" leaves its box`);
			}
		}
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			if (element.closest('.visually-hidden, svg, textarea, input, select')) continue;
			const { overflowX, overflowY } = getComputedStyle(element);
			const isCut =
				(overflowX !== 'visible' &&
					element.scrollWidth > element.clientWidth + SLACK &&
					overflowX !== 'auto') ||
				(overflowY === 'hidden' && element.scrollHeight > element.clientHeight + SLACK);
			if (isCut && element.clientWidth > 1) misfits.push(`${element.outerHTML.slice(0, 80)} is cut off`);
		}
		return [...new Set(misfits)];
	});
}

/**
 * On a page whose own words read backwards: what reads forwards and does not say that it is in another language.
 * Words that stand in no catalogue are found so as well.
 */
export async function findUnmarked(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		/** A version, what was searched for, an id, tags: of no language, or of one that nobody knows. */
		const NONE = /\bfirst$|“xylophone”|\{gap\}|: gap$|^en, zh, pt-BR$/;
		const OWN_WORDS = /\u202e[^\u202c]*\u202c/g;
		const { lang } = document.documentElement;
		const unmarked: string[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const { data, parentElement } = texts.currentNode as Text;
			const isOwn = parentElement!.closest<HTMLElement>('[lang]')?.lang === lang;
			if (
				isOwn &&
				!parentElement!.closest('script, style, #svelte-announcer') &&
				/[a-z]{2}/i.test(data.replace(NONE, '').replace(OWN_WORDS, ''))
			)
				unmarked.push(`"${data.trim().slice(0, 80)}" does not say its language`);
		}
		return [...new Set(unmarked)];
	});
}
