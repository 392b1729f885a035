/** A learner's past: events of other courses, with the cards that follow from them, brought in by the thousand. */

/** @typedef {import('./browser.mjs').Phone} Phone */

const AT_A_TIME = 20_000;

/**
 * The store must be there already, made by the app itself.
 *
 * @param {Phone} phone on a page of the site
 * @param {number} count of events
 */
export async function writeHistory(phone, count) {
	// Nothing is measured here: as fast as the machine goes.
	await phone.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	for (let first = 0; first < count; first += AT_A_TIME) {
		await phone.run(writeEvents, { first, length: Math.min(AT_A_TIME, count - first) });
	}
}

/**
 * Runs in the page. Ten answers are a session, ten answers are a claim's, a hundred claims are a course's.
 *
 * @param {{ first: number, length: number }} range
 */
async function writeEvents({ first, length }) {
	const PAST = Date.UTC(2020, 0, 1);
	const hex = (/** @type {number} */ number, /** @type {number} */ width) =>
		number.toString(16).padStart(width, '0');
	const makeId = (/** @type {number} */ at, /** @type {number} */ number) => {
		const time = hex(at, 12);
		return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hex(number, 12)}`;
	};

	/** @type {IDBDatabase} */
	const database = await new Promise((opened, failed) => {
		const request = indexedDB.open('grasp');
		request.onsuccess = () => opened(request.result);
		request.onerror = () => failed(request.error);
	});
	const transaction = database.transaction(['events', 'cards'], 'readwrite', { durability: 'relaxed' });
	const [events, cards] = [transaction.objectStore('events'), transaction.objectStore('cards')];
	for (let index = first; index < first + length; index += 1) {
		const at = PAST + index * 60_000;
		const claimNumber = Math.floor(index / 10);
		const session = makeId(PAST, Math.floor(index / 10));
		const id = makeId(at, index);
		const [course, section] = [`past-${Math.floor(claimNumber / 100)}`, `s-${claimNumber % 10}`];
		const [claim, question] = [`c-${claimNumber}`, `q-${claimNumber}-${index % 2}`];
		const answer = { kind: 'choice', options: ['key'] };
		events.add({
			...{ id, version: 1, at, offset: 60, kind: 'answered', session, course, section, claim, question },
			...{
				answer,
				order: ['near', 'key', 'far'],
				score: 1,
				right: true,
				certainty: 'sure',
				spentMillis: 9000
			}
		});
		if (index % 10 < 9) continue;
		const seen = { [`q-${claimNumber}-0`]: 5, [`q-${claimNumber}-1`]: 5 };
		const reviews = [{ day: new Date(at - 4 * 3_600_000).toISOString().slice(0, 10), grade: 'good' }];
		cards.put(
			{
				...{ version: 1, course, section, claim, answers: 10, rights: 10, seen, reviews },
				...{ lastAt: at, lastId: id, lastRight: true }
			},
			`${course}/${claim}`
		);
	}
	await new Promise((written, failed) => {
		transaction.oncomplete = () => written(undefined);
		transaction.onabort = () => failed(transaction.error);
	});
	database.close();
}
