/** Every page is a file: there is no server to make it. */
export const prerender = true;
export const trailingSlash = 'never';
