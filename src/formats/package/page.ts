import { escapeXml } from '../escape-xml.ts';

/**
 * The one page of a package. As strict as the site's own pages: nothing runs and nothing is drawn but its two files. A
 * store of learning records (cmi5) stands on a host of its own, which the platform names when it opens the page.
 */
export function makePlayerPage({ title }: { readonly title: string }, reportsElsewhere: boolean): string {
	const policy = [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		`connect-src 'self'${reportsElsewhere ? ' https: http:' : ''}`,
		"base-uri 'none'",
		"form-action 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html'
	].join('; ');
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta http-equiv="content-security-policy" content="${policy}" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="referrer" content="no-referrer" />
		<title>${escapeXml(title)}</title>
		<link rel="stylesheet" href="player.css" />
		<script type="module" src="player.js"></script>
	</head>
	<body>
		<div id="page"></div>
	</body>
</html>
`;
}
