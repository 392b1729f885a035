/** The guide for authors as the app shows it: a text of blocks, made of its Markdown when the site is built. */

export type GuideInline =
	| string
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'strong'; readonly parts: readonly GuideInline[] }
	| { readonly kind: 'em'; readonly parts: readonly GuideInline[] }
	/** `to`: the id of a heading of the guide. */
	| { readonly kind: 'link'; readonly to: string; readonly parts: readonly GuideInline[] };

export type GuideText = readonly GuideInline[];

export type GuideBlock =
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly text: GuideText }
	| { readonly kind: 'paragraph'; readonly text: GuideText }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly GuideBlock[])[] }
	| {
			readonly kind: 'table';
			readonly head: readonly GuideText[];
			readonly rows: readonly (readonly GuideText[])[];
	  };
