/** Names of characters that HTML knows, as far as texts of questions use them. */

/** In the order of their codes, from U+00A0 on. */
const LATIN =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** In the order of their codes, from U+0391 on; U+03A2 is no letter. */
const GREEK =
	'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';

const OTHERS =
	'amp=& lt=< gt=> quot=" apos=\' OElig=Œ oelig=œ Scaron=Š scaron=š fnof=ƒ circ=ˆ tilde=˜ ensp=  emsp=  thinsp=  ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ rArr=⇒ hArr=⇔ forall=∀ part=∂ exist=∃ empty=∅ nabla=∇ isin=∈ notin=∉ ni=∋ prod=∏ sum=∑ minus=− radic=√ prop=∝ infin=∞ ang=∠ and=∧ or=∨ cap=∩ cup=∪ int=∫ there4=∴ sim=∼ cong=≅ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃ sube=⊆ supe=⊇ oplus=⊕ otimes=⊗ perp=⊥ sdot=⋅';

export const ENTITY_NAMES: ReadonlyMap<string, string> = new Map([
	...LATIN.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
	...GREEK.split(' ').flatMap((name, index) => [
		[name, String.fromCharCode(0x391 + index)] as const,
		[name.toLowerCase(), String.fromCharCode(0x3b1 + index)] as const
	]),
	...OTHERS.split(' ').flatMap((pair) => {
		const at = pair.indexOf('=');
		return at < 1 ? [] : [[pair.slice(0, at), pair.slice(at + 1) || ' '] as const];
	})
]);

/** What is no entity stays as it is written. */
export function decodeEntities(text: string): string {
	return text.replace(
		/&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});/g,
		(whole, name: string) => {
			if (!name.startsWith('#')) return ENTITY_NAMES.get(name) ?? whole;
			const isHex = /^#[xX]/.test(name);
			const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
			return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
				? String.fromCodePoint(code)
				: whole;
		}
	);
}
