import { makeFindCode, type FindCode } from './find-code.ts';

/** `refused`: the person or the device does not let us look. `none`: there is no camera. */
export type ScanState = 'off' | 'asking' | 'looking' | 'refused' | 'none';

interface ScannerParts {
	/** Rejects with a `DOMException`, as `getUserMedia` does. */
	readonly openCamera: () => Promise<MediaStream>;
	readonly loadFinder: () => Promise<FindCode>;
	/** What a code said; a code that stays in view is told once. */
	readonly onfound: (text: string) => void;
}

/** A code is held still for longer than this. */
const LOOK_EVERY_MILLIS = 150;

/** Looks for QR codes through the camera, or in a picture of one. Nothing that it sees is kept. */
export class CodeScanner {
	state = $state<ScanState>('off');
	stream = $state.raw<MediaStream>();
	/** The picture that was chosen holds no code that can be read. */
	isPictureBlank = $state(false);

	readonly #parts: ScannerParts;
	/** Of the look that goes on; another one begins, or it is stopped. */
	#look = 0;
	#last: string | undefined;

	constructor(onfound: (text: string) => void, parts: Partial<ScannerParts> = {}) {
		this.#parts = { openCamera, loadFinder: makeFindCode, onfound, ...parts };
	}

	async start(): Promise<void> {
		const look = ++this.#look;
		this.#last = undefined;
		this.isPictureBlank = false;
		this.state = 'asking';
		try {
			const stream = await this.#parts.openCamera();
			// Closed again while the browser was asking.
			if (look !== this.#look) return endStream(stream);
			this.stream = stream;
			this.state = 'looking';
		} catch (error) {
			if (look === this.#look) this.state = isMissing(error) ? 'none' : 'refused';
		}
	}

	/** Until it is stopped; `video` shows the stream. */
	async watch(video: HTMLVideoElement): Promise<void> {
		const look = this.#look;
		const find = await this.#parts.loadFinder();
		while (look === this.#look && this.state === 'looking') {
			if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)
				this.#tell(await find(video).catch(() => undefined));
			await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLIS));
		}
	}

	async readPicture(file: File): Promise<void> {
		const find = await this.#parts.loadFinder();
		const text = await createImageBitmap(file)
			.then(find)
			.catch(() => undefined);
		this.isPictureBlank = text === undefined;
		this.#last = undefined;
		this.#tell(text);
	}

	stop(): void {
		this.#look++;
		if (this.stream) endStream(this.stream);
		this.stream = undefined;
		this.state = 'off';
	}

	#tell(text: string | undefined): void {
		if (text === undefined || text === this.#last) return;
		this.#last = text;
		this.#parts.onfound(text);
	}
}

function openCamera(): Promise<MediaStream> {
	const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
	if (!mediaDevices) return Promise.reject(new DOMException('No camera here', 'NotFoundError'));
	// The one on the back, sharp enough for the densest code that we make.
	return mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
}

function isMissing(error: unknown): boolean {
	return error instanceof DOMException && ['NotFoundError', 'OverconstrainedError'].includes(error.name);
}

function endStream(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}
