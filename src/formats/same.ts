/** Whether two values of a file say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const left = Object.keys(a);
	return (
		left.length === Object.keys(b).length &&
		left.every((key) => Object.hasOwn(b, key) && isSame(field(a, key), field(b, key)))
	);
}

function field(value: object, key: string): unknown {
	return (value as Readonly<Record<string, unknown>>)[key];
}
