declare module 'virtual:guide' {
	import type { GuideBlock } from '#core/guide.ts';

	export const guide: readonly GuideBlock[];
}
