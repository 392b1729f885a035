import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import xapi from 'xapi-validation';
import { Platform } from './platform.ts';
import { expect, test } from './site.ts';
import { answerAll, answerAnything, goOn, press, prompt, summary } from './steps.ts';
import { say } from './words.ts';

test.use({ site: 'kinds' });

/** Takes the course out of the app as an instructor does, and uploads it to a platform. */
async function upload(page: Page, standard: string): Promise<Platform> {
	await page.goto('author');
	await page.getByRole('button', { name: /^Change a copy of/ }).click();
	await page.getByText(say('write_saved')).waitFor();
	await page.goto('author');
	await page.getByRole('button', { name: say('author_take_out') }).click();
	await page.getByLabel(say('author_as')).selectOption(standard);
	await expect(page.getByText(say('author_package_how'))).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		press(page, say('author_save')).click()
	]);
	const platform = new Platform(readFileSync(await download.path()));
	await platform.start();
	return platform;
}

/** Opens the package as platforms do: in a window that can see the run-time. */
async function launch(host: Page, section: string): Promise<Page> {
	const [player] = await Promise.all([
		host.waitForEvent('popup'),
		host.evaluate((part) => void open(`package/index.html?section=${part}`), section)
	]);
	await prompt(player).or(summary(player)).waitFor();
	return player;
}

interface RunTime {
	/** Its JSON is what the platform keeps. */
	readonly cmi: unknown;
}

type Api = 'API' | 'API_1484_11';

/** What the run-time holds; some of it is for nobody but the platform to read. */
async function readCmi(host: Page, name: Api): Promise<(field: string) => unknown> {
	const cmi = await host.evaluate(
		(api) => JSON.parse(JSON.stringify((window as unknown as Record<string, RunTime>)[api]!.cmi)) as unknown,
		name
	);
	return (field) =>
		field === ''
			? cmi
			: field
					.split('.')
					.reduce((value: unknown, step) => (value as Record<string, unknown> | undefined)?.[step], cmi);
}

/** The package is CommonJS of an older kind: what it exports stands one name further in. */
const checkStatement = (xapi as unknown as { default: (statement: unknown) => readonly unknown[] }).default;

for (const { standard, api, made, fields } of [
	{
		standard: 'scorm-1.2',
		api: 'API',
		made: 'Scorm12API',
		fields: {
			status: 'core.lesson_status',
			score: 'core.score.raw',
			response: 'interactions.0.student_response',
			done: 'passed',
			begun: 'incomplete',
			right: 'correct'
		}
	},
	{
		standard: 'scorm-2004',
		api: 'API_1484_11',
		made: 'Scorm2004API',
		fields: {
			status: 'success_status',
			score: 'score.raw',
			response: 'interactions.0.learner_response',
			done: 'passed',
			begun: 'unknown',
			right: 'correct'
		}
	}
] as const) {
	test(`a ${standard} package reports each answer, goes on after a break, and says when it is done`, async ({
		page,
		context,
		faults,
		site
	}) => {
		test.slow();
		const platform = await upload(page, standard);
		faults.allow(new RegExp(`asked ${platform.origin}`));
		const host = await context.newPage();
		await host.goto(`${platform.origin}/`);
		/** A visit of its own, with what was kept in the one before. */
		const visit = (kept: unknown): Promise<void> =>
			host.evaluate(
				([name, maker, before]) => {
					const all = window as unknown as Record<string, unknown>;
					const Maker = all[maker as string] as new (settings: object) => {
						loadFromJSON(json: unknown): void;
					};
					const runTime = new Maker({ autocommit: false, logLevel: 5 });
					if (before) runTime.loadFromJSON(before);
					all[name as string] = runTime;
				},
				[api, made, kept] as const
			);
		await visit(undefined);
		const first = await launch(host, 'kinds');
		const { question } = await answerAnything(first, site);
		await goOn(first);
		await answerAnything(first, site, { wish: 'wrong' });
		await first.close();
		const left = await readCmi(host, api);
		expect(left(fields.status)).toBe(fields.begun);
		expect(left('interactions.0')).toMatchObject({ id: question.id, result: fields.right });
		expect(left(fields.response)).not.toBe('');
		expect(left('interactions.1.result')).not.toBe(fields.right);
		expect(left('interactions.2')).toBeUndefined();
		expect(left('suspend_data')).toMatch(/^1\.[0-9a-z]+\.r[w0-9]$/);

		const before = left('') as object;
		const [entry, resume] = api === 'API' ? ['core', { entry: 'resume' }] : ['entry', 'resume'];
		await visit({
			cmi: {
				...before,
				[entry]: typeof resume === 'string' ? resume : { ...(before as { core: object }).core, ...resume }
			}
		});
		const second = await launch(host, 'kinds');
		await expect(second.getByText(/^3\/\d+$/)).toBeVisible();
		await answerAll(second, site);
		await expect(summary(second)).toBeVisible();
		await second.close();
		const end = await readCmi(host, api);
		expect(end(fields.status)).toBe(fields.done);
		const score = end(fields.score);
		expect(Number(score)).toBeGreaterThan(80);
		expect(Number(score)).toBeLessThan(100);
		await platform.stop();
	});
}

test('a cmi5 package sends statements that hold, in their order, and none twice', async ({
	page,
	context,
	faults,
	site
}) => {
	test.slow();
	const platform = await upload(page, 'cmi5');
	faults.allow(new RegExp(`asked ${platform.origin}|404`));
	platform.states.set('LMS.LaunchData', JSON.stringify({ launchMode: 'Normal', masteryScore: 0.9 }));
	const player = await context.newPage();
	await player.goto(platform.launchAddress('second'));
	await prompt(player).waitFor();
	const asked = await answerAll(player, site);
	await expect
		.poll(() => JSON.parse(platform.states.get('grasp') ?? '{}'))
		.toMatchObject({
			told: ['completed', 'passed']
		});
	await player.close();
	await expect.poll(() => verbsOf(platform).at(-1)).toBe('terminated');
	expect(verbsOf(platform)).toEqual([
		'initialized',
		...asked.map(() => 'answered'),
		'completed',
		'passed',
		'terminated'
	]);
	for (const statement of platform.statements)
		expect(checkStatement(statement), JSON.stringify(statement)).toEqual([]);

	const again = await context.newPage();
	await again.goto(platform.launchAddress('second'));
	await expect(summary(again)).toBeVisible();
	await again.close();
	await expect.poll(() => verbsOf(platform).slice(-2)).toEqual(['initialized', 'terminated']);
	await platform.stop();
});

test('a package that no platform has opened can be answered, and says that nothing is reported', async ({
	page,
	context,
	faults,
	site
}) => {
	const platform = await upload(page, 'scorm-1.2');
	faults.allow(new RegExp(`asked ${platform.origin}`));
	const alone = await context.newPage();
	await alone.goto(`${platform.origin}/package/index.html`);
	await expect(alone.getByText(say('player_alone'))).toBeVisible();
	await answerAnything(alone, site);
	await platform.stop();
});

function verbsOf({ statements }: Platform): readonly string[] {
	return statements.map(({ verb }) => verb.id.split('/').at(-1)!);
}
