import { player } from 'virtual:player';
import { makePackageData } from '#bank/package-data.ts';
import type { MadeFile, PackageStandard } from '#core/exchange.ts';
import type { WholeCourse } from '#core/question.ts';
import { checksum } from '#formats/checksum.ts';
import { makePackage } from '#formats/package.ts';

/** Rejects where the player's files are not on this device and there is no network. */
export async function packCourse(
	course: WholeCourse,
	folder: string,
	standard: PackageStandard,
	base: string
): Promise<MadeFile> {
	const [script, style] = await Promise.all(
		[player.script, player.style].map(async (address) => {
			const answer = await fetch(`${base}/${address}`);
			if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
			return new Uint8Array(await answer.arrayBuffer());
		})
	);
	const edition = checksum(new TextEncoder().encode(JSON.stringify(course)));
	const data = makePackageData(course, standard, edition);
	return makePackage(standard, { id: folder, ...data }, { script: script!, style: style! });
}
