import { BarcodeDetector } from 'qr/decode.js';

/** Text of a QR code in the picture; `undefined` where none can be made out. */
export async function readQrCode(picture: ImageBitmapSource): Promise<string | undefined> {
	const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture);
	return found?.rawValue;
}
