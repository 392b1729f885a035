/**
 * A course as a package for a learning platform: the player's page, the compiled course beside it, and the manifest by
 * which the platform knows its parts. A part is a section; each reports by itself.
 */

import type { MadeFile, PackageStandard, PackedCourse } from '#core/exchange.ts';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { makeCmi5Structure, makeScorm12Manifest, makeScorm2004Manifest } from './package/manifests.ts';
import { makePlayerPage } from './package/page.ts';

/** As it is built with the site. */
export interface PlayerFiles {
	readonly script: Uint8Array;
	readonly style: Uint8Array;
}

/** The earliest that ZIP can say: the same course gives the same bytes, whenever it is made. */
const NO_TIME = '1980-01-01T00:00:00';

const MANIFESTS = {
	'scorm-1.2': { name: 'imsmanifest.xml', make: makeScorm12Manifest },
	'scorm-2004': { name: 'imsmanifest.xml', make: makeScorm2004Manifest },
	cmi5: { name: 'cmi5.xml', make: makeCmi5Structure }
} as const;

export function makePackage(standard: PackageStandard, course: PackedCourse, player: PlayerFiles): MadeFile {
	const { name, make } = MANIFESTS[standard];
	const files: Zippable = {
		'index.html': strToU8(makePlayerPage(course, standard === 'cmi5')),
		'player.js': player.script,
		'player.css': player.style,
		'course.json': strToU8(course.data)
	};
	const contents = { [name]: strToU8(make(course, Object.keys(files))), ...files };
	return {
		name: `${course.id}.${standard}.zip`,
		type: 'application/zip',
		bytes: zipSync(contents, { level: 9, mtime: NO_TIME }),
		losses: [
			{
				code: 'package/schedule',
				message:
					'A platform opens a section and asks its questions once. The schedule that brings claims back over weeks, lessons and progress stay in the app.',
				isLeftOut: false
			}
		]
	};
}
