import type { Claim, Course, Question } from '#core/question.ts';
import type * as v from 'valibot';
import { describe, expectTypeOf, it } from 'vitest';
import type { claimSchema, courseSchema, questionSchema } from './schema.ts';

/** Whether a list may be written to is no part of what a file says. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

describe('what the schema infers', () => {
	it('is the question of core', () => {
		expectTypeOf<Frozen<v.InferOutput<typeof questionSchema>>>().toEqualTypeOf<Frozen<Question>>();
	});
	it('is the claim of core', () => {
		expectTypeOf<Frozen<v.InferOutput<typeof claimSchema>>>().toEqualTypeOf<Frozen<Claim>>();
	});
	it('is the course of core, but for the id, which is the name of the folder', () => {
		type Head = Frozen<v.InferOutput<typeof courseSchema>['course']>;
		expectTypeOf<Head>().toEqualTypeOf<Frozen<Omit<Course, 'id' | 'source'>>>();
	});
});
