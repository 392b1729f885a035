const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 as ZIP has it, in eight hexadecimal digits: finds accidents, not forgery. */
export function checksum(bytes: Uint8Array): string {
	return endChecksum(addToChecksum(CHECKSUM_START, bytes));
}

/** The same over bytes that come in parts: from here on, through each of them, to the end. */
export const CHECKSUM_START = 0xffffffff;

export function addToChecksum(state: number, bytes: Uint8Array): number {
	let sum = state;
	for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff]!;
	return sum;
}

export function endChecksum(state: number): string {
	return ((state ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
