/** The page of a package: finds out who has opened it, and runs the part of the course that is asked for. */

import '#ui/styles/base.css';
import { mount } from 'svelte';
import type { CoursePackage } from './course-package.ts';
import { PackageRun } from './package-run.svelte.ts';
import Player from './Player.svelte';
import { makeCmi5, readLaunch } from './report/cmi5.ts';
import { findApi } from './report/find-api.ts';
import { NOBODY, type Reporter } from './report/reporter.ts';
import { makeScorm12, makeScorm2004, type ScormApi } from './report/scorm.ts';

function findReporter({ standard }: CoursePackage): Reporter {
	if (standard === 'cmi5') {
		const launch = readLaunch(location.search);
		return launch ? makeCmi5(launch) : NOBODY;
	}
	const is12 = standard === 'scorm-1.2';
	const api = findApi(window, is12 ? 'API' : 'API_1484_11') as ScormApi | undefined;
	if (api === undefined) return NOBODY;
	return is12 ? makeScorm12(api) : makeScorm2004(api);
}

async function start(): Promise<void> {
	// Of the player's own words; what is of the course says its language itself.
	document.documentElement.lang = LANGUAGE;
	const answer = await fetch('course.json');
	const packed = (await answer.json()) as CoursePackage;
	const reporter = findReporter(packed);
	const run = new PackageRun(packed, new URLSearchParams(location.search).get('section'), reporter);
	mount(Player, {
		target: document.getElementById('page')!,
		props: { run, isAlone: reporter === NOBODY }
	});
	addEventListener('pagehide', () => run.close());
	await run.open();
}

void start();
