/** The JSON Schemas by which editors complete and check while one types. */

import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { courseSchema, sectionSchema } from './schema.ts';
import { courseTranslationSchema, sectionTranslationSchema } from './translation-schema.ts';

/** Text of each schema file, by its name in the folder of courses. */
export function makeJsonSchemas(): Readonly<Record<string, string>> {
	return {
		'course.schema.json': make(courseSchema, 'A Grasp course'),
		'section.schema.json': make(sectionSchema, 'A section of a Grasp course'),
		'translation.schema.json': make(
			v.union([sectionTranslationSchema, courseTranslationSchema]),
			'A translation of a section or of a course'
		)
	};
}

function make(schema: v.GenericSchema, title: string): string {
	const json = toJsonSchema(schema, {
		target: 'draft-07',
		typeMode: 'input',
		// Hidden signs and reserved ids cannot be said in JSON Schema; the check says them.
		ignoreActions: ['check', 'not_values', 'finite']
	});
	return JSON.stringify({ ...json, title }, null, '\t') + '\n';
}
