/** What an answer needs and a first screen does not: one file to fetch, while the question is read. */
export { gradeAnswer } from '#core/grading.ts';
export { makeAnswerEvents } from './answer-events.ts';
export { AnswerMarks } from './answer-marks.svelte.ts';
export { readMovedToday } from './answer-today.ts';
