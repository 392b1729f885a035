import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, readInUnit, unitFactor } from './number.ts';

describe('parseNumber', () => {
	it.each([
		['5', 5],
		['-5', -5],
		['−5', -5],
		['+5', 5],
		['－５．５', -5.5],
		['.5', 0.5],
		['5.', 5],
		['1e5', 100_000],
		['~5', 5],
		['€5', 5]
	])('reads "%s" as %d', (text, figure) => {
		expect(parseNumber(text)).toEqual({ figure, factor: 1, percent: false });
	});

	it.each([
		['1,319', 1319],
		['54 400', 54_400],
		['54\u00a0400', 54_400],
		['54\u202f400', 54_400],
		["54'400", 54_400],
		['54’400', 54_400],
		['1，319', 1319],
		['1,319,000.5', 1_319_000.5],
		['1.319.000', 1_319_000],
		['1.319.000,5', 1_319_000.5],
		['1.319,25', 1319.25]
	])('reads the thousands of "%s"', (text, figure) => {
		expect(parseNumber(text)?.figure).toBe(figure);
	});

	it.each([
		['5,44', 5.44],
		['0,500', 0.5],
		['5,4400', 5.44]
	])('reads the comma of "%s" as a decimal comma', (text, figure) => {
		expect(parseNumber(text)?.figure).toBe(figure);
	});

	it('reads one point as a decimal point, also before three digits', () => {
		expect(parseNumber('1.319')?.figure).toBe(1.319);
	});

	it.each([
		['1,319 million', 1319, 1e6],
		['34.81 trillion', 34.81, 1e12],
		['10.88m', 10.88, 1e6],
		['3 BN', 3, 1e9],
		['5k', 5, 1e3],
		['13.19亿', 13.19, 1e8],
		['34.81万亿', 34.81, 1e12],
		['5百万', 5, 1e6],
		['5千万', 5, 1e7],
		['2千亿', 2, 1e11],
		['5万', 5, 1e4]
	])('takes the number word of "%s"', (text, figure, factor) => {
		expect(parseNumber(text)).toEqual({ figure, factor, percent: false });
	});

	it.each(['32.17%', '32.17 %', '32.17％', '32.17 percent', '32.17 per cent'])(
		'hears the percent of "%s"',
		(text) => {
			expect(parseNumber(text)).toEqual({ figure: 32.17, factor: 1, percent: true });
		}
	);

	it.each([
		['5 stations', 'stations'],
		['5 Stations', 'stations'],
		['5 million stations', 'million stations'],
		['5 stations', 'million stations'],
		['5 4G sites', '4G sites'],
		['5 000 4G sites', 'million 4G sites'],
		['5 percentage points', 'percentage points'],
		['5 % of GDP', '% of GDP'],
		['5km', 'km'],
		['5 m²', 'm²'],
		['5 m/s', 'm/s'],
		['5亿元', '亿元']
	])('lets the learner repeat the unit: "%s" in %s', (text, unit) => {
		expect(parseNumber(text, unit)).toBeDefined();
	});

	it('leaves the digits of a figure alone where a unit ends in the same ones', () => {
		expect(parseNumber('52', 'm²')?.figure).toBe(52);
		expect(parseNumber('1,2', 'm²')?.figure).toBe(1.2);
	});

	it.each([
		'',
		'about 5',
		'five',
		'-',
		'.',
		',',
		'1,,319',
		'1.31.9',
		'5 6',
		'5 metres',
		'1e999',
		'1e9999',
		'Infinity',
		'0x10',
		'9'.repeat(101)
	])('makes no number of "%s"', (text) => {
		expect(parseNumber(text)).toBeUndefined();
	});

	it.each([
		['5 sites', 'stations'],
		['5 mg', 'g'],
		['5 km', 'm']
	])('makes no number of "%s" where the unit is %s', (text, unit) => {
		expect(parseNumber(text, unit)).toBeUndefined();
	});

	it('finds again any number as JavaScript, English and German write it', () => {
		const cents = fc.integer({ min: -1e11, max: 1e11 }).map((value) => value / 100);
		fc.assert(
			fc.property(cents, (value) => {
				expect(parseNumber(String(value))?.figure).toBeCloseTo(value, 6);
				expect(parseNumber(value.toLocaleString('en-GB'))?.figure).toBeCloseTo(value, 6);
				const german = value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
				expect(parseNumber(german)?.figure).toBeCloseTo(value, 6);
			})
		);
	});

	it('never throws and never gives what is not finite', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, unit) => {
				for (const value of readInUnit(text, unit)) expect(value).toSatisfy(Number.isFinite);
			})
		);
	});
});

describe('unitFactor', () => {
	it.each([
		['', 1],
		['stations', 1],
		['million stations', 1e6],
		['亿元', 1e8],
		['metres', 1],
		['km', 1],
		['m²', 1]
	])('of "%s" is %d', (unit, factor) => {
		expect(unitFactor(unit)).toBe(factor);
	});
});

describe('readInUnit', () => {
	it.each([
		'5.44',
		'5.44 million',
		'5.44m',
		'5,440,000',
		'544万',
		'5.44 million stations',
		'5 440 000 stations'
	])('finds 5.44 million stations in "%s"', (text) => {
		expect(readInUnit(text, 'million stations')).toContainEqual(expect.closeTo(5.44, 9));
	});

	it('takes a number word at its word', () => {
		expect(readInUnit('5.44 thousand', 'million stations')).toEqual([0.00544]);
	});

	it('gives one value where the unit has no number word', () => {
		expect(readInUnit('54 400', 'sites')).toEqual([54_400]);
		expect(readInUnit('1.5 thousand', 'sites')).toEqual([1500]);
	});

	it('reads a percent sign as a share as well where there is no unit', () => {
		expect(readInUnit('50 %')).toEqual([50, 0.5]);
		expect(readInUnit('50 %', '%')).toEqual([50]);
		expect(readInUnit('50 percent', '%')).toEqual([50]);
	});

	it('gives nothing for what is no number', () => {
		expect(readInUnit('many', 'sites')).toEqual([]);
	});
});
