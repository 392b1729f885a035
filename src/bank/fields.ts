/** What each key of a course file means: shown by editors while one types, and in messages as a good example. */

export interface Field {
	readonly title: string;
	readonly description: string;
	/** A line as an instructor would write it. */
	readonly example: string;
}

export const FIELDS = {
	also: field('Further claims', 'Ids of further claims that one needs to answer.', 'also: [other-claim]'),
	answer: field('Answer', 'true or false; or a number in the unit, without quotes.', 'answer: 5.44'),
	answers: field(
		'Accepted wordings',
		'Case, width, accents and punctuation do not matter. The first is shown.',
		'answers: [firewall, fire wall]'
	),
	author: field('Author', 'Who wrote the source.', 'author: A. Writer'),
	categories: field('Categories', 'Two to four.', 'categories: [{ id: figure, text: Figure }]'),
	category: field('Category', 'Id of the category where the entry belongs.', 'category: figure'),
	claim: field('Claim', 'Id of the claim that is asked for.', 'claim: base-stations'),
	claimKind: field('Kind', 'What sort of statement the claim is.', 'kind: figure'),
	lesson: field(
		'Lesson',
		'Paragraphs to read before the questions; [words](claim-id) marks where a claim is told.',
		'lesson: ["The report counts [5.44 million stations](base-stations)."]'
	),
	claims: field(
		'Claims',
		'Statements that the source makes.',
		'claims: [{ id: …, kind: figure, where: …, text: … }]'
	),
	close: field('Close', 'Share of the answer within which an estimate scores in full.', 'close: 0.1'),
	correct: field('Correct', 'Only on what is right.', 'correct: true'),
	course: field(
		'Course',
		'What learners see of the course.',
		'course: { title: …, language: en, description: … }'
	),
	date: field('Date', 'When the source appeared.', 'date: 2020'),
	description: field(
		'Description',
		'What the course is, whose text, its kind, its date.',
		'description: Questions on an opinion article of 2020.'
	),
	entries: field(
		'Entries',
		'Two to eight, each with its category.',
		'entries: [{ id: stations, text: …, category: figure }]'
	),
	explanation: field(
		'Explanation',
		'Shown after each answer: why the key is right.',
		'explanation: The second sentence says so.'
	),
	extras: field(
		'Extras',
		'Right sides that belong to no left side.',
		'extras: [{ id: other, text: …, why: … }]'
	),
	far: field('Far', 'Share of the answer from which on an estimate scores nothing.', 'far: 0.5'),
	fingerprint: field(
		'Fingerprint',
		'SHA-256 of the normalised sentence, 64 hexadecimal digits.',
		'fingerprint: e3b0c442…'
	),
	form: field('Form', 'What sort of text the source is.', 'form: opinion article'),
	gaps: field('Gaps', 'One for each {marker} in the text.', 'gaps: [{ id: start, answers: [big, large] }]'),
	id: field(
		'Id',
		'Small letters, digits and single hyphens, 2 to 60 signs. Ids stay forever.',
		'id: base-stations'
	),
	kind: field('Kind', 'What sort of question it is.', 'kind: single-choice'),
	language: field('Language', 'A language tag.', 'language: en'),
	left: field('Left side', 'What is to be matched.', 'left: E-commerce transactions'),
	level: field('Level', 'What the question asks of the learner.', 'level: remember'),
	names: field(
		'Names',
		'Titles and names that the course may repeat from the source word for word, in any language.',
		'names: [Report on Networks 2020]'
	),
	options: field(
		'Options',
		'Two to eight; each wrong one says why.',
		'options: [{ id: under, text: …, correct: true }, { id: over, text: …, why: … }]'
	),
	pairs: field('Pairs', 'Two to eight.', 'pairs: [{ id: volume, left: …, right: … }]'),
	paragraph: field('Paragraph', 'Counts from 1.', 'paragraph: 1'),
	paragraphs: field('Paragraphs', 'How many the source has.', 'paragraphs: 5'),
	prompt: field('Prompt', 'What the learner is asked.', 'prompt: What follows from the figure?'),
	publisher: field('Publisher', 'Where the source appeared.', 'publisher: A Daily'),
	questions: field('Questions', 'What is asked of the claims.', 'questions: [{ id: …, kind: …, claim: … }]'),
	reason: field('Reason', 'Why the finding is no flaw here.', 'reason: The key needs its unit.'),
	right: field('Right side', 'What belongs to the left side.', 'right: 34.81 trillion yuan'),
	rule: field('Rule', 'Which finding of the lint is waived.', 'rule: key-length'),
	section: field(
		'Section',
		'Claims that are read and practised together.',
		'section: { id: scale, title: The scale already reached }'
	),
	sentence: field('Sentence', 'Within the paragraph, counts from 1.', 'sentence: 5'),
	shuffle: field('Shuffle', 'false keeps the written order, where order has meaning.', 'shuffle: false'),
	source: field(
		'Source',
		'What the claims come from.',
		'source: { title: …, form: opinion article, paragraphs: 5 }'
	),
	steps: field('Steps', 'Three to eight, in the right order.', 'steps: [{ id: gap, text: Name the gap }]'),
	text: field('Text', 'What learners read.', 'text: It is below 10.88 million'),
	title: field('Title', 'Short; shown to learners.', 'title: The scale already reached'),
	tolerance: field(
		'Tolerance',
		'How far an answer may be off, in the unit; 0 if left out.',
		'tolerance: 0.01'
	),
	unit: field('Unit', 'Shown beside the field.', 'unit: million stations'),
	waive: field(
		'Waivers',
		'Findings of the lint that are no flaws here, each with the reason.',
		'waive: [{ rule: key-length, reason: The key needs its unit. }]'
	),
	where: field('Place', 'Where the claim stands in the source.', 'where: { paragraph: 1, sentence: 5 }'),
	why: field('Why', 'Why it is wrong.', 'why: More than half was said, not exactly half.')
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

/** `undefined` for keys that no file has. */
export function findField(name: string | number | undefined): Field | undefined {
	return typeof name === 'string' && Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldName] : undefined;
}

function field(title: string, description: string, example: string): Field {
	return { title, description, example };
}
