/** Who is measured: Grasp, and the floor page, which asks the same questions and does nothing else. */
import { COURSE } from './generate.mjs';

/**
 * @typedef {object} Player
 * @property {'grasp' | 'floor'} name
 * @property {string} address where it is served
 * @property {string} first where its first question is
 * @property {boolean} hasWorker
 * @property {string} certainty selector of the button that submits
 * @property {string} next selector of the button behind the feedback
 * @property {string} again selector of the button behind the summary
 */

/**
 * @param {string} address
 * @returns {Player}
 */
export function makeGrasp(address) {
	return {
		...{ name: 'grasp', address, first: `${address}study/${COURSE}`, hasWorker: true },
		certainty: '[data-submit] button:nth-child(2)',
		next: '.foot .row button:last-child',
		again: '.foot .row button:first-child'
	};
}

/**
 * By its number, so that it is another site than Grasp, and never a tenant of the same process.
 *
 * @param {string} address
 * @returns {Player}
 */
export function makeFloor(address) {
	const apart = address.replace('localhost', '127.0.0.1');
	return {
		...{ name: 'floor', address: apart, first: apart, hasWorker: false },
		certainty: '#submit button:nth-child(2)',
		next: '#onward button',
		again: ''
	};
}
