import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCourses } from './collect.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'grasp-'));
	await mkdir(join(root, 'course-a'));
});

afterEach(() => rm(root, { recursive: true }));

describe('collectCourses', () => {
	it('passes over what is meant for people and editors, and sorts', async () => {
		for (const name of [
			'README.md',
			'section.schema.json',
			'.hidden',
			'course-a/README.md',
			'course-a/.draft.yaml'
		])
			await writeFile(join(root, name), '');
		for (const name of ['b.yaml', 'a.yaml', 'course.yaml'])
			await writeFile(join(root, 'course-a', name), 'a: 1');
		const { value, issues } = await collectCourses(root);
		expect(issues).toEqual([]);
		expect(value?.[0]?.files.map(({ file }) => file.split('/').at(-1))).toEqual([
			'a.yaml',
			'b.yaml',
			'course.yaml'
		]);
	});

	it('follows no link out of the folder', async () => {
		await symlink('/etc/hostname', join(root, 'course-a', '01-secret.yaml'));
		await symlink('/etc', join(root, 'course-b'));
		await symlink('nowhere', join(root, 'course-c'));
		const { value, issues } = await collectCourses(root);
		expect(issues.map(({ code }) => code)).toEqual(['file/link', 'file/link', 'file/link']);
		expect(value?.flatMap(({ files }) => files)).toEqual([]);
	});

	it('says that there is no course', async () => {
		await rm(join(root, 'course-a'), { recursive: true });
		expect((await collectCourses(root)).issues.map(({ code }) => code)).toEqual(['bank/no-course']);
	});
});
