/** What Anki's old layout wants to know beside notes and cards: the type of the notes, the decks, their options. */

export const OWN_TYPE = 'Grasp';
/** Holds the whole question, so that a deck comes back as it went. */
export const OWN_FIELD = 'Grasp';

/** Fixed, so that a deck that is brought in again is known. */
export const MODEL_ID = 1_700_000_000_001;
export const DECK_ID = 1_700_000_000_002;
export const SECONDS = 1_700_000_000;
const FIELDS = ['Front', 'Back', OWN_FIELD];

/** Columns by table. */
export const SQL = {
	col: 'CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null)',
	notes:
		'CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null)',
	cards:
		'CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null)',
	revlog:
		'CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null)',
	graves: 'CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null)'
} as const;

export function flat(title: string): string {
	return title.replaceAll('::', ': ').replace(/\s+/g, ' ');
}

export const CONFIG = {
	'1': {
		id: 1,
		name: 'Default',
		mod: 0,
		usn: 0,
		maxTaken: 60,
		timer: 0,
		autoplay: true,
		replayq: true,
		new: { delays: [1, 10], ints: [1, 4, 7], initialFactor: 2500, perDay: 20, order: 1, bury: true },
		rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, bury: true, minSpace: 1 },
		lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
		dyn: false
	}
};

function makeFields(): readonly object[] {
	return FIELDS.map((name, ord) => ({
		name,
		ord,
		sticky: false,
		rtl: false,
		font: 'Arial',
		size: 20,
		media: []
	}));
}

export function makeModels(): object {
	const template = {
		name: 'Card 1',
		ord: 0,
		qfmt: '{{Front}}',
		afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
		bqfmt: '',
		bafmt: '',
		did: null
	};
	const css =
		'.card { font-family: arial; font-size: 20px; text-align: start; color: black; background-color: white; }';
	return {
		[MODEL_ID]: {
			id: MODEL_ID,
			name: OWN_TYPE,
			type: 0,
			mod: SECONDS,
			usn: -1,
			sortf: 0,
			did: DECK_ID,
			tmpls: [template],
			flds: makeFields(),
			css,
			latexPre: '',
			latexPost: '',
			req: [[0, 'any', [0]]],
			tags: [],
			vers: []
		}
	};
}

export function makeDecks(decks: readonly { readonly id: number; readonly name: string }[]): object {
	const all = [{ id: 1, name: 'Default' }, ...decks];
	return Object.fromEntries(
		all.map(({ id, name }) => [
			id,
			{
				id,
				name,
				mod: SECONDS,
				usn: -1,
				lrnToday: [0, 0],
				revToday: [0, 0],
				newToday: [0, 0],
				timeToday: [0, 0],
				collapsed: false,
				browserCollapsed: false,
				desc: '',
				dyn: 0,
				conf: 1,
				extendNew: 0,
				extendRev: 0
			}
		])
	);
}
