import type { GuideBlock } from '#core/guide.ts';

/** The guide for authors, with the first reading of it. */
export async function loadGuide(): Promise<readonly GuideBlock[]> {
	return (await import('virtual:guide')).guide;
}
