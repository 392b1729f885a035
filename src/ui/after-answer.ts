/** What a learner sees only behind the first answer: one file to fetch, and none before it is needed. */
export { default as FeedbackPlace } from './FeedbackPlace.svelte';
export { default as FeedbackFoot } from './FeedbackFoot.svelte';
export { default as FeedbackMore } from './FeedbackMore.svelte';
export { default as NothingView } from './NothingView.svelte';
export { default as StudyNote } from './StudyNote.svelte';
export { default as SummaryFoot } from './SummaryFoot.svelte';
export { default as SummaryView } from './SummaryView.svelte';
export { default as UpdateOffer } from './UpdateOffer.svelte';
export { buildAhead, rehearse } from './feedback-ahead.ts';
