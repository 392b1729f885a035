import { builtinModules } from 'node:module';
import { sep } from 'node:path';

/**
 * @typedef {import('../../src/rooms.js').Room} Room
 * @typedef {{ rooms: Readonly<Record<string, Room>>, svelteRooms: readonly string[], kitRooms: readonly string[] }} Plan
 */

/**
 * Why a file of `room` may not import `wanted`; `undefined` where it may. Tests may name what they like,
 * but not another room's rooms.
 *
 * @param {Plan} plan
 * @param {string} room
 * @param {string} wanted as written: '#core/card.ts', './card.ts', 'idb', 'node:fs'
 * @param {{ isTest?: boolean, depth?: number }} [file] `depth`: folders between the room and the file
 * @returns {string | undefined}
 */
export function findBreach(
	{ rooms, svelteRooms, kitRooms },
	room,
	wanted,
	{ isTest = false, depth = 0 } = {}
) {
	const own = rooms[room];
	if (own === undefined) return undefined;
	if (wanted.startsWith('.')) {
		const climbs = wanted.split('/').filter((part) => part === '..').length;
		return climbs > depth ? `crosses the wall of ${room}: import it as #room/file.ts` : undefined;
	}
	const other = /^#([a-z]+)\//.exec(wanted)?.[1];
	if (other !== undefined) {
		if (other === 'tests') return isTest ? undefined : 'is for tests';
		if (other === room) return `is of the same room: import it as ./file.ts`;
		return own.imports.includes(other)
			? undefined
			: `${room} may import ${own.imports.join(', ') || 'no room'}`;
	}
	if (isTest) return undefined;
	if (/^svelte(\/|$)/.test(wanted))
		return svelteRooms.includes(room) ? undefined : `${room} does not name Svelte`;
	if (/^(\$app\/|@sveltejs\/kit$|\.\/\$types)/.test(wanted)) {
		return kitRooms.includes(room) || room === 'pipeline' ? undefined : `${room} does not name SvelteKit`;
	}
	const name = builtinModules.includes(wanted) ? `node:${wanted}` : wanted;
	const isNamed = own.names.some((allowed) =>
		allowed.endsWith('*')
			? name.startsWith(allowed.slice(0, -1))
			: name === allowed || name.startsWith(`${allowed}/`)
	);
	return isNamed ? undefined : `${room} names ${own.names.join(', ') || 'no package'}`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const wallsRule = {
	meta: { type: 'problem', schema: [{ type: 'object' }] },
	create(context) {
		const [, inside] = context.filename.split(`${sep}src${sep}`);
		const [room, ...rest] = (inside ?? '').split(sep);
		const file = { isTest: /\.test\.ts$/.test(context.filename), depth: rest.length - 1 };
		/** @param {any} node */
		const check = (node) => {
			const wanted = node.source?.value;
			if (typeof wanted !== 'string') return;
			const breach = findBreach(/** @type {Plan} */ (context.options[0]), String(room), wanted, file);
			if (breach) context.report({ node, message: `"${wanted}": ${breach}.` });
		};
		return {
			ImportDeclaration: check,
			ImportExpression: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check
		};
	}
};
