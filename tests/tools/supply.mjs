/**
 * What Grasp is made of, and what is known against it: a list of all packages (CycloneDX) in the temporary folder, and
 * the registry's audit. A registry that answers no audits is no clean one: that is said, and exits 2.
 *
 *     npm run supply
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** @param {readonly string[]} args */
function npm(...args) {
	const { stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
	return { stdout, stderr };
}

const { stdout: list } = npm('sbom', '--sbom-format', 'cyclonedx');
const { components } = JSON.parse(list);
const path = join(mkdtempSync(join(tmpdir(), 'grasp-sbom-')), 'sbom.cdx.json');
writeFileSync(path, list);
console.log(`${components.length} packages, listed in ${path}`);

const { stdout, stderr } = npm('audit', '--json');
const audit = readAudit(stdout);
if (audit === undefined) {
	console.error(
		`The registry has not answered the audit, so nothing is known: ${(stderr.trim() || stdout.trim()).slice(0, 300)}`
	);
	process.exit(2);
}
const { total, ...bySeverity } = audit;
const found = Object.entries(bySeverity).filter(([, count]) => count > 0);
console.log(
	total === 0 ? 'The audit knows of no fault.' : found.map(([name, count]) => `${count} ${name}`).join(', ')
);
process.exit(total === 0 ? 0 : 1);

/**
 * @param {string} text
 * @returns {Record<string, number> | undefined} by severity, and in all
 */
function readAudit(text) {
	try {
		return JSON.parse(text).metadata?.vulnerabilities;
	} catch {
		return undefined;
	}
}
