/** The files of an own course as values that can be edited, and back as texts. */

import { readFileName } from '#bank/file-names.ts';
import { LEDGER_NAME } from '#bank/ledger.ts';
import { pruneTranslation } from '#bank/translation-texts.ts';
import type { CourseFiles } from '#core/edit.ts';
import { updateNative } from '#formats/native-update.ts';
import { parseNative } from '#formats/native.ts';

type Texts = ReadonlyMap<string, string>;

/** The ledger of ids is kept as its text. */
export function readTexts(texts: Texts): CourseFiles {
	return Object.fromEntries(
		[...texts].map(([name, text]) => [
			name,
			name === LEDGER_NAME ? text : parseNative(new TextEncoder().encode(text), name).value?.value
		])
	);
}

/** What did not change keeps every byte of `before`. Translations lose what their originals no longer have. */
export function writeTexts(files: CourseFiles, before: Texts): Map<string, string> {
	const written = new Map<string, string>();
	for (const [name, value] of Object.entries(files)) {
		const role = readFileName(name);
		if (name === LEDGER_NAME) written.set(name, String(value));
		else if (role.kind !== 'section-translation')
			written.set(name, updateNative(before.get(name) ?? '', value));
		else if (Object.hasOwn(files, `${role.name}.yaml`)) {
			const pruned = pruneTranslation(files[`${role.name}.yaml`], value);
			written.set(name, updateNative(before.get(name) ?? '', pruned));
		}
	}
	return written;
}
