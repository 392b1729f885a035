/**
 * Builds the feedback on an answer apart from the page, so that the time in which the disk writes is not lost: once
 * the answer is kept, what is ready has only to be put in its place.
 */

import { mount, unmount, type ComponentProps } from 'svelte';
import FeedbackView from './FeedbackView.svelte';

export type FeedbackProps = ComponentProps<typeof FeedbackView>;

export interface BuiltFeedback {
	readonly element: HTMLElement;
	readonly given: FeedbackProps['given'];
	remove(): void;
}

let waiting: BuiltFeedback | undefined;

/** Of an answer that is still to be kept. What was built before and not taken is thrown away. */
export function buildAhead(props: FeedbackProps): void {
	waiting?.remove();
	waiting = build(props);
}

/** What was built for that answer, or else built now. The caller removes it. */
export function takeFeedback(props: FeedbackProps): BuiltFeedback {
	const ready = waiting;
	waiting = undefined;
	if (ready?.given === props.given) return ready;
	ready?.remove();
	return build(props);
}

/** Runs all of it once, for nothing: what runs for the first time is slow. */
export function rehearse(props: FeedbackProps): void {
	build(props).remove();
}

function build(props: FeedbackProps): BuiltFeedback {
	const element = document.createElement('div');
	const view = mount(FeedbackView, { target: element, props });
	const remove = (): void => {
		// Nothing fades out: it is gone at once, and there is nothing to wait for.
		void unmount(view);
		element.remove();
	};
	return { element, given: props.given, remove };
}
