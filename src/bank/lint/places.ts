import type { CourseDraft } from '../draft.ts';
import { readFileName } from '../file-names.ts';
import type { LocateSpot } from './finding.ts';

/** Places in the files that a course was read from: must be drafts that passed the check. */
export function locateIn(drafts: readonly CourseDraft[]): LocateSpot {
	const sections = new Map<string, string>();
	const draftsByName = new Map<string, CourseDraft>();
	for (const draft of drafts) {
		const role = readFileName(draft.file);
		if (role.kind === 'section') {
			const id = (draft.value as { readonly section: { readonly id: string } }).section.id;
			sections.set(id, role.name);
		}
		draftsByName.set(baseName(draft.file), draft);
	}
	return ({ language, section, path }) => {
		const name = section === undefined ? 'course' : sections.get(section);
		const draft = draftsByName.get(`${name}${language === undefined ? '' : `.${language}`}.yaml`);
		if (!draft) throw new Error(`section ${section} comes from no draft`);
		return draft.locate(path);
	};
}

function baseName(file: string): string {
	return file.split('/').at(-1)!;
}
