/** Numbers in Chinese signs, as digits: 三个 as 3个, 百分之二十 and 两成 as 20%. */

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMERAL = String.raw`[零一二两三四五六七八九十百千]+`;
const SHARE = new RegExp(String.raw`百分之(${NUMERAL}|\d+(?:\.\d+)?)`, 'g');
const TENTHS = /^(约|大约)?([一二两三四五六七八九])成(?=$|左右|多)/;
/** At the beginning only: in the midst of a text these signs may belong to other words. */
const FIRST = new RegExp(String.raw`^(约|大约|将近|至少|至多|最多|不到|超过|多于|少于)?(${NUMERAL})`);

export function readNumerals(text: string): string {
	return text
		.replace(SHARE, (_, share: string) => `${/\d/.test(share) ? share : readNumeral(share)}%`)
		.replace(
			TENTHS,
			(_, about: string | undefined, tenths: string) => `${about ?? ''}${readNumeral(tenths)}0%`
		)
		.replace(
			FIRST,
			(_, about: string | undefined, numeral: string) => `${about ?? ''}${readNumeral(numeral)}`
		);
}

function readNumeral(numeral: string): number {
	let sum = 0;
	let digit: number | undefined;
	for (const sign of numeral.replace(/两/g, '二')) {
		const unit = UNITS[sign];
		if (unit === undefined) digit = DIGITS.indexOf(sign);
		else {
			sum += (digit ?? 1) * unit;
			digit = undefined;
		}
	}
	return sum + (digit ?? 0);
}
