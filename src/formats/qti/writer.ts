/** Writes QTI packages: an item a question, and a manifest. QTI 3 has the same parts under other names. */

import type { ExchangedCourse, MadeFile } from '#core/exchange.ts';
import type { Question } from '#core/question.ts';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { findLosses, type Carries } from '../losses.ts';
import { escapeXml } from '../escape-xml.ts';
import { DIALECTS, type Dialect } from './dialect.ts';
import { writeItem } from './item-writer.ts';

const CARRIES: Carries = {
	name: 'QTI',
	lesser: {
		estimate: 'QTI knows a number with a tolerance: what is close counts in full, and nothing else.'
	},
	...{ optionWhys: true, partWhys: false, units: false, fixedOrder: true, ownWords: true }
};
/** The earliest that ZIP can say: the same course gives the same bytes, whenever it is made. */
const NO_TIME = '1980-01-01T00:00:00';

export function makeQti2(course: ExchangedCourse): MadeFile {
	return makePackage(course, 2);
}

export function makeQti3(course: ExchangedCourse): MadeFile {
	return makePackage(course, 3);
}

function makePackage(course: ExchangedCourse, version: 2 | 3): MadeFile {
	const dialect = DIALECTS[version];
	const questions = course.sections.flatMap((section) => section.questions);
	const contents: Zippable = { 'imsmanifest.xml': strToU8(makeManifest(course, questions, dialect)) };
	for (const question of questions)
		contents[nameOf(question)] = strToU8(writeItem(question, course.language, dialect));
	return {
		name: `${course.id}.qti${version}.zip`,
		type: 'application/zip',
		bytes: zipSync(contents, { level: 9, mtime: NO_TIME }),
		losses: findLosses(questions, CARRIES)
	};
}

function nameOf({ id }: Question): string {
	return `items/${id}.xml`;
}

function makeManifest(
	{ id, title }: ExchangedCourse,
	questions: readonly Question[],
	dialect: Dialect
): string {
	const resources = questions.map(
		(question) =>
			`<resource identifier="res-${escapeXml(question.id)}" type="${dialect.resourceType}" href="${escapeXml(nameOf(question))}"><file href="${escapeXml(nameOf(question))}"/></resource>`
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<manifest xmlns="${dialect.manifestNamespace}" identifier="manifest-${escapeXml(id)}">`,
		`<metadata><schema>${dialect.schema}</schema><schemaversion>${dialect.schemaVersion}</schemaversion></metadata>`,
		`<!-- ${escapeXml(title).replaceAll('--', '- -')} -->`,
		'<organizations/>',
		`<resources>\n${resources.join('\n')}\n</resources>`,
		'</manifest>\n'
	].join('\n');
}
