/** Gives a file away: by the device's own way to share, or as a file to keep. */

/** What became of a file. `left`: the learner has closed the share sheet. */
export type HandedOver = 'shared' | 'saved' | 'left';

export type Sharer = Partial<Pick<Navigator, 'canShare' | 'share'>>;

export function canShare(file: File, sharer: Sharer = navigator): boolean {
	return sharer.canShare?.({ files: [file] }) ?? false;
}

/** Must be called in the tap's own turn. A browser that refuses to share this kind of file saves it. */
export async function shareFile(
	file: File,
	sharer: Sharer = navigator,
	save: (file: File) => void = saveFile
): Promise<HandedOver> {
	try {
		await sharer.share?.({ files: [file] });
		return 'shared';
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return 'left';
		save(file);
		return 'saved';
	}
}

/** How long a browser may take to fetch what it saves. */
const SAVING_MILLIS = 60_000;

export function saveFile(file: File): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MILLIS);
}
