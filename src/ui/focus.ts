/** Where to go on reading when the screen has changed. */
const READ_FROM: Readonly<Record<string, string>> = {
	asking: '#prompt',
	feedback: '#verdict',
	summary: '#summary',
	choosing: '#exam-setup',
	result: '#result',
	// "Think so" of the three certainties, "Check" of the two plain buttons.
	submit: '[data-submit] button:nth-child(2)'
};

/** Moves the focus, and what is visible, to the part of that name; a screen reader reads on from there. */
export function focusOn(part: string): void {
	const selector = READ_FROM[part];
	if (selector === undefined) return;
	const wanted = document.querySelector<HTMLElement>(selector);
	if (part === 'feedback') wanted?.scrollIntoView({ block: 'center' });
	else if (part !== 'submit') scrollTo(0, 0);
	wanted?.focus({ preventScroll: part !== 'submit' });
}

export type TargetKind = 'typing' | 'control' | 'other';

/** What the focus is on, as far as keys are concerned. */
export function kindOfTarget(target: EventTarget | null): TargetKind {
	if (!(target instanceof Element)) return 'other';
	if (target.closest('button, a, select, summary')) return 'control';
	return target.matches('input[type="text"], textarea') ? 'typing' : 'other';
}

/** Whether the focus is where arrows have a use of their own. */
export function isInField(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, select, textarea') !== null;
}
