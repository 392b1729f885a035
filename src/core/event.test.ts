import { readEvent } from './read-event.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	aClose,
	aFlag,
	anAnswer,
	anEventId,
	anExamClock,
	anExamNote,
	anUndo,
	aStart,
	aSuspension,
	MINUTE,
	MORNING
} from '#tests/fixtures/builders.ts';
import {
	compareEvents,
	EVENT_VERSION,
	makeEventId,
	movesCards,
	SESSION_MODES,
	takesBack,
	type EventId,
	type SessionId
} from './event.ts';

/** One of each kind. */
const EVENTS = [
	aStart(),
	anAnswer(),
	anUndo(anAnswer()),
	aClose(),
	aSuspension(),
	aFlag(),
	anExamNote(),
	anExamClock()
];

describe('makeEventId', () => {
	const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
	const arbitraryBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
	const arbitraryMillis = fc.integer({ min: 0, max: 2 ** 48 - 2 });

	it('is a UUID of version 7 that begins with the moment', () => {
		fc.assert(
			fc.property(arbitraryMillis, arbitraryBytes, (at, random) => {
				const id = makeEventId(at, random);
				expect(id).toMatch(UUID_7);
				expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
			})
		);
	});

	it('sorts by its moment, whatever the random bytes', () => {
		fc.assert(
			fc.property(arbitraryMillis, arbitraryBytes, arbitraryBytes, (at, random, other) => {
				expect(makeEventId(at, random) < makeEventId(at + 1, other)).toBe(true);
			})
		);
	});

	it('differs when any random byte differs in its upper half', () => {
		for (let index = 0; index < 10; index += 1) {
			const random = new Uint8Array(10);
			random[index] = index === 2 ? 0x01 : 0x10;
			expect(makeEventId(MORNING, random)).not.toBe(makeEventId(MORNING, new Uint8Array(10)));
		}
	});
});

describe('movesCards', () => {
	it('is said of learning and reviewing, and of nothing that is done beside', () => {
		expect(SESSION_MODES.filter(movesCards)).toEqual(['learn', 'review', 'again']);
	});
});

describe('compareEvents', () => {
	it('puts the earlier first, and the smaller id first within a moment', () => {
		const early = anAnswer({ at: MORNING, id: 'b' as EventId });
		const twin = anAnswer({ at: MORNING, id: 'c' as EventId });
		const late = anAnswer({ at: MORNING + 1, id: 'a' as EventId });
		expect([late, twin, early].sort(compareEvents)).toEqual([early, twin, late]);
		expect(compareEvents(early, early)).toBe(0);
	});
});

describe('takesBack', () => {
	it('an undo takes back the answer that it names', () => {
		expect(takesBack(anUndo(anAnswer()), anAnswer())).toBe(true);
	});

	it.each([
		['answer', { target: anEventId(1) }],
		['session', { session: 'other' as SessionId }],
		['course', { course: 'other' }],
		['claim', { claim: 'other' }]
	])('an undo that names another %s takes nothing back', (_, values) => {
		expect(takesBack(anUndo(anAnswer(), values), anAnswer())).toBe(false);
	});
});

describe('readEvent', () => {
	it.each(EVENTS.map((event) => [event.kind, event] as const))('reads %s as it was written', (_, event) => {
		expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
	});

	it('keeps a field that it does not know', () => {
		expect(readEvent({ ...aClose(), device: 'phone' })).toEqual({ ...aClose(), device: 'phone' });
	});

	it.each(EVENTS.map((event) => [event.kind, event] as const))(
		'skips %s with any field missing',
		(_, event) => {
			for (const field of Object.keys(event)) {
				const rest = Object.fromEntries(Object.entries(event).filter(([name]) => name !== field));
				expect(readEvent(rest), field).toBeUndefined();
			}
		}
	);

	it.each([
		['a later version', { version: EVENT_VERSION + 1 }],
		['a version before the first', { version: 0 }],
		['an unknown kind', { kind: 'renamed' }],
		['a kind that every object inherits', { kind: 'constructor' }],
		['a time before 1970', { at: -1 }],
		['a broken millisecond', { at: 0.5 }],
		['a time that no calendar holds', { at: Number.MAX_SAFE_INTEGER }],
		['a broken offset', { offset: 0.5 }],
		['an offset that no zone has', { offset: 100_000 }],
		['a certainty of its own', { certainty: 'maybe' }],
		['a score that is no number', { score: NaN }],
		['a time spent that is no number', { spentMillis: Infinity }],
		['an answer without a kind', { answer: {} }],
		['a mode of its own', { mode: 'cram' }],
		['a broken chance', { chance: 0.25 }],
		['a chance below none', { chance: -1 }],
		['a chance above certainty', { chance: 10_001 }]
	])('skips an answer with %s', (_, values) => {
		expect(readEvent({ ...anAnswer(), ...values })).toBeUndefined();
	});

	it('skips a session whose questions are not addresses', () => {
		expect(readEvent({ ...aStart(), questions: [{ section: 'scale', claim: 'sites' }] })).toBeUndefined();
		expect(readEvent({ ...aStart(), questions: ['q'] })).toBeUndefined();
		expect(readEvent({ ...aStart(), questions: {} })).toBeUndefined();
	});

	it.each([
		['a session with a mode of its own', aStart(), { mode: 'cram' }],
		['a session that ends at no moment', aStart(), { deadlineAt: null }],
		['a suspension that is neither on nor off', aSuspension(), { suspended: 'yes' }],
		['a flag that is neither up nor down', aFlag(), { flagged: 1 }],
		['a note before the first place', anExamNote(), { position: -1 }],
		['a note between two places', anExamNote(), { position: 0.5 }],
		['a note without an answer', anExamNote(), { answer: 'key' }],
		['a note that is neither marked nor not', anExamNote(), { marked: 'no' }],
		['a note of no time', anExamNote(), { spentMillis: '1000' }],
		['a clock set to no moment', anExamClock(), { deadlineAt: 'never' }]
	])('skips %s', (_, event, values) => {
		expect(readEvent({ ...event, ...values })).toBeUndefined();
	});

	it('reads a session with a deadline, and a clock set to a moment', () => {
		const deadlineAt = MORNING + MINUTE;
		for (const event of [aStart({ mode: 'exam', deadlineAt }), anExamClock({ deadlineAt })]) {
			expect(readEvent(event)).toEqual(event);
		}
	});

	it('gives nothing, and never throws, for what is no event', () => {
		fc.assert(
			fc.property(fc.anything(), (stored) => {
				expect(readEvent(stored)).toBeUndefined();
			})
		);
	});

	it('gives only moments that have a day', () => {
		const last = readEvent(anAnswer({ at: Date.UTC(9999, 11, 30), offset: 840, id: anEventId(MINUTE) }));
		expect(last).toBeDefined();
	});
});
