/** The browser's own reader of codes, where it has one; TypeScript's library does not know it yet. */
interface Detector {
	detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
	new (options: { readonly formats: readonly string[] }): Detector;
	getSupportedFormats(): Promise<readonly string[]>;
}

export type FindCode = (picture: ImageBitmapSource) => Promise<string | undefined>;

/** Reads QR codes as fast as the browser can: with its own reader, or else with ours. */
export async function makeFindCode(): Promise<FindCode> {
	const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
	const formats: readonly string[] = (await Own?.getSupportedFormats().catch(() => [])) ?? [];
	if (Own && formats.includes('qr_code')) {
		const detector = new Own({ formats: ['qr_code'] });
		return async (picture) => (await detector.detect(picture))[0]?.rawValue;
	}
	return (await import('#formats/qr-read.ts')).readQrCode;
}
