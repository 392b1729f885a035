/** Put in by `vite.config.ts`. BCP 47 tags. */

/** The language of this build. */
declare const LANGUAGE: string;
/** The language of the site's root. */
declare const MAIN_LANGUAGE: string;
/** The attribute `dir` of its pages, with the space before it; nothing where lines run from left to right. */
declare const DIRECTION: string;
/** All that the interface is in, the main one first: it stands where the site begins, any other below its tag. */
declare const LANGUAGES: readonly string[];
