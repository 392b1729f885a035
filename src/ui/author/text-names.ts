import { m } from '../messages.ts';

export type PathStep = string | number;

/** What a text of a course is, by the last word of its path that says so. */
const NAMES: Readonly<Record<string, () => string>> = {
	title: m.write_new_title,
	description: m.write_course_description,
	form: m.write_source_form,
	publisher: m.write_source_publisher,
	author: m.write_source_author,
	date: m.write_source_date,
	lesson: m.write_lesson,
	claims: m.write_claim_text,
	prompt: m.write_question_prompt,
	explanation: m.write_question_explanation,
	why: m.write_text_why,
	unit: m.write_unit,
	answers: m.write_answers,
	left: m.write_pair_left,
	right: m.write_pair_right,
	options: m.write_option_text,
	extras: m.write_extra_text,
	steps: m.write_step_text,
	categories: m.write_category_text,
	entries: m.write_entry_text
};

/** `path`: in the file of a translation. */
export function nameText(path: readonly PathStep[]): string {
	if (path[0] === 'source' && path[1] === 'title') return m.write_source_title();
	const [last, , container] = [...path].reverse().map(String);
	// "options → under → text" is an option; "questions → gap-question → text" is the text with the gaps.
	const word = last === 'text' && container !== undefined && container !== 'questions' ? container : last;
	return NAMES[word ?? '']?.() ?? (path[0] === 'claims' ? m.write_claim_text() : m.write_cloze_text());
}
