/** What stands behind each rule. "House rule" where it is our own choice and no study's. */

/** Numbers as in the list of 31 guidelines. */
export type HaladynaNumber = 4 | 6 | 9 | 13 | 14 | 15 | 17 | 18 | 20 | 21 | 22 | 24 | 25 | 26 | 28 | 30;

export type Guideline =
	| `Haladyna, Downing & Rodriguez 2002, no. ${HaladynaNumber}`
	| 'Van der Kleij et al. 2015, elaborated feedback'
	| 'Pan & Rickard 2018, transfer of test-enhanced learning'
	| 'House rule';

export function haladyna(number: HaladynaNumber): Guideline {
	return `Haladyna, Downing & Rodriguez 2002, no. ${number}`;
}

/** Elaborated feedback 0.49, the right answer alone 0.32, right or wrong alone 0.05. */
export const FEEDBACK: Guideline = 'Van der Kleij et al. 2015, elaborated feedback';
/** Without elaborated retrieval what was practised in one wording stays in that wording. */
export const TRANSFER: Guideline = 'Pan & Rickard 2018, transfer of test-enhanced learning';
export const HOUSE: Guideline = 'House rule';
