/**
 * For numbers, dates and names: the page's language, as it is written where the browser is at home, so that British
 * readers have their own dates.
 */
export const LOCALE: string = findLocale(LANGUAGE, import.meta.env.SSR ? [] : navigator.languages);

export function findLocale(language: string, wishes: readonly string[]): string {
	return wishes.find((wish) => wish === language || wish.startsWith(`${language}-`)) ?? language;
}

/** A number for a message: said as the locale writes it, and chosen by its value where there are plurals. */
export function figure(value: number): { valueOf(): number; toString(): string } {
	return { valueOf: () => value, toString: () => new Intl.NumberFormat(LOCALE).format(value) };
}

/** A language's own code where the browser does not know its name. */
export function nameLanguage(tag: string, locale: string = LOCALE): string {
	try {
		return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag;
	}
}
