const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 as ZIP has it, in eight hexadecimal digits: finds accidents, not forgery. */
export function checksum(bytes: Uint8Array): string {
	let state = 0xffffffff;
	for (const byte of bytes) state = (state >>> 8) ^ TABLE[(state ^ byte) & 0xff]!;
	return ((state ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
