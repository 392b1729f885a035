/** What the name of a file says about it. */

import { ID, LANGUAGE } from './schema-parts.ts';

export type FileRole =
	| { readonly kind: 'course' }
	| { readonly kind: 'section'; readonly name: string }
	| { readonly kind: 'course-translation'; readonly language: string }
	| { readonly kind: 'section-translation'; readonly name: string; readonly language: string }
	| { readonly kind: 'unknown' };

/** `01-scale.zh.yaml` is the Chinese translation of `01-scale.yaml`. Folders before the name are ignored. */
export function readFileName(file: string): FileRole {
	const base = file.split('/').at(-1) ?? '';
	const [, name = '', language] = /^([^.]+)(?:\.([^.]+))?\.yaml$/.exec(base) ?? [];
	if (!ID.test(name) || (language !== undefined && !LANGUAGE.test(language))) return { kind: 'unknown' };
	if (name === 'course') return language ? { kind: 'course-translation', language } : { kind: 'course' };
	return language ? { kind: 'section-translation', name, language } : { kind: 'section', name };
}
