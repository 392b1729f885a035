import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { positionOf } from '#core/session.ts';
import { CHROMIUM_FLAGS, findChromium } from '../tools/chromium.mjs';
import { courseOf } from './bank.ts';
import { fillByTap } from './by-tap.ts';
import { readAnswers, readKept } from './device.ts';
import { expect, test } from './site.ts';
import {
	answerAnything,
	expectPosition,
	goOn,
	press,
	prompt,
	readQuestion,
	summary,
	verdict
} from './steps.ts';
import { say } from './words.ts';

const KILLS = 16;
const WAIT_MS = 30_000;

test('a browser killed at any moment has kept every answer whose feedback it has shown, once', async ({
	host,
	site
}) => {
	test.setTimeout(480_000);
	const profile = await mkdtemp(join(tmpdir(), 'grasp-profile-'));
	const study = `${host.address}study/${courseOf(site).id}`;
	let acknowledged = 0;
	for (let kill = 0; kill < KILLS; kill += 1) {
		const { page, killAll } = await startBrowser(profile, study);
		await prompt(page).or(summary(page)).waitFor();
		await expectAllKept(page, acknowledged);
		await settle(page);
		for (let answers = kill % 3; answers >= 0; answers -= 1) {
			await answerAnything(page, site, { wish: kill % 4 === 0 ? 'wrong' : 'right' });
			acknowledged += 1;
			if (answers > 0) await settle(page);
		}
		// Every fourth time the next answer is on its way: it may be kept or not, but not in part.
		if (kill % 4 === 3) {
			await settle(page);
			const { question, answer } = await readQuestion(page, site);
			await fillByTap(page, question, answer);
			await press(page, say('certainty_sure')).click({ noWaitAfter: true });
		} else await page.waitForTimeout((kill * 7) % 40);
		await killAll();
		if (kill % 4 === 3) acknowledged = await countAfter(profile, study, acknowledged);
	}
	await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** One answer more than was shown is as good as none more. */
async function countAfter(profile: string, study: string, acknowledged: number): Promise<number> {
	const { page, killAll } = await startBrowser(profile, study);
	await prompt(page).or(summary(page)).waitFor();
	const kept = (await readAnswers(page)).length;
	expect([acknowledged, acknowledged + 1]).toContain(kept);
	await killAll();
	return kept;
}

/** Leaves the feedback or the summary, so that a question is asked. */
async function settle(page: Page): Promise<void> {
	await verdict(page)
		.or(summary(page))
		.or(press(page, say('certainty_sure')))
		.first()
		.waitFor();
	if (await verdict(page).isVisible()) await goOn(page);
	await summary(page)
		.or(press(page, say('certainty_sure')))
		.waitFor();
	if (await summary(page).isVisible()) await press(page, say('summary_next')).click();
	await press(page, say('certainty_sure')).waitFor();
}

async function expectAllKept(page: Page, acknowledged: number): Promise<void> {
	const { events, sessions, days } = await readKept(page);
	const answers = events.filter((event) => event.kind === 'answered');
	expect(answers).toHaveLength(acknowledged);
	expect(new Set(answers.map(({ session, question }) => `${session} ${question}`)).size).toBe(acknowledged);
	expect(days.reduce((sum, day) => sum + day.answers, 0)).toBe(acknowledged);
	const session = sessions[0];
	if (session === undefined) return;
	const given = answers.filter((answer) => answer.session === session.id);
	expect(positionOf(session)).toBe(given.length);
	// The tab has forgotten that the last feedback was read: it is shown once more.
	await verdict(page).waitFor();
	await expectPosition(page, given.length, session.questions.length);
	await expect(prompt(page)).toBeVisible();
}

interface Running {
	readonly page: Page;
	readonly killAll: () => Promise<void>;
}

/** A browser that does not answer after a kill says nothing of the app: it is killed and started once more. */
async function startBrowser(profile: string, address: string): Promise<Running> {
	for (let left = 3; ; left -= 1) {
		try {
			return await tryToStart(profile, address);
		} catch (error) {
			if (left === 1) throw error;
		}
	}
}

/** A browser in a process group of its own, as an operating system would kill it. */
async function tryToStart(profile: string, address: string): Promise<Running> {
	await rm(join(profile, 'DevToolsActivePort'), { force: true });
	const child = spawn(
		findChromium()!,
		[...CHROMIUM_FLAGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
		{ detached: true, stdio: 'ignore' }
	);
	try {
		const browser = await connect(join(profile, 'DevToolsActivePort'));
		const page = await inTime(openPage(browser, address));
		return { page, killAll: () => killGroup(child, browser) };
	} catch (error) {
		process.kill(-child.pid!, 'SIGKILL');
		throw error;
	}
}

/** Waits for nothing without end: a browser that hangs is to be named, not the whole journey. */
async function openPage(browser: Browser, address: string): Promise<Page> {
	const context = browser.contexts()[0]!;
	context.setDefaultTimeout(WAIT_MS);
	const page = context.pages()[0] ?? (await context.newPage());
	await page.goto(address);
	return page;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
	const late = new Promise<never>((_, reject) => {
		setTimeout(() => reject(new Error(`The browser did not answer within ${WAIT_MS} ms.`)), WAIT_MS);
	});
	return Promise.race([work, late]);
}

async function connect(portFile: string): Promise<Browser> {
	let port: string | undefined;
	await expect(async () => {
		port = (await readFile(portFile, 'utf8')).split('\n')[0];
		expect(port).toBeTruthy();
	}).toPass({ intervals: [30], timeout: 20_000 });
	return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 10_000 });
}

async function killGroup(child: ChildProcess, browser: Browser): Promise<void> {
	const gone = new Promise((exited) => child.once('exit', exited));
	process.kill(-child.pid!, 'SIGKILL');
	await gone;
	await inTime(browser.close()).catch(() => undefined);
}
