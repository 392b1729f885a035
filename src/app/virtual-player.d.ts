declare module 'virtual:player' {
	/** Addresses below the site's base. */
	export const player: { readonly script: string; readonly style: string };
}
