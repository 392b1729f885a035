/**
 * A text that a screen shows as it is: no control characters but the line break, no halves of surrogate pairs, and none
 * of the signs that turn the direction of all that follows, so that a screen shows something else than the text says.
 */
export const HARMLESS =
	// eslint-disable-next-line no-control-regex -- they are what is looked for
	/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]*$/u;
