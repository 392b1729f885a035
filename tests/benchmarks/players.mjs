/** Who is measured: Grasp, and the floor page, which asks the same questions and does nothing else. */
import { COURSE } from './generate.mjs';

/**
 * @typedef {object} Player
 * @property {'grasp' | 'floor'} name
 * @property {string} address where it is served
 * @property {string} first where its first question is
 * @property {boolean} hasWorker
 */

/**
 * @param {string} address
 * @returns {Player}
 */
export function makeGrasp(address) {
	return { name: 'grasp', address, first: `${address}study/${COURSE}`, hasWorker: true };
}

/**
 * By its number, so that it is another site than Grasp, and never a tenant of the same process.
 *
 * @param {string} address
 * @returns {Player}
 */
export function makeFloor(address) {
	const apart = address.replace('localhost', '127.0.0.1');
	return { name: 'floor', address: apart, first: apart, hasWorker: false };
}
