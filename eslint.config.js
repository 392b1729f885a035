import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { KIT_ROOMS, ROOMS, SVELTE_ROOMS } from './src/rooms.js';
import svelteConfig from './svelte.config.js';
import { wallsRule } from './tests/tools/walls-rule.js';

const TESTS = ['**/*.test.ts', 'tests/**'];

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'src/ui/messages/compiled/', 'test-results/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// The compiler knows better which names there are.
			'no-undef': 'off',
			'no-console': ['error', { allow: ['warn', 'error'] }],
			eqeqeq: 'error',
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'A closed set is a list `as const`.' },
				{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			// A page's own policy refuses inline styles, and prerendered ones are never mended.
			'svelte/no-inline-styles': ['error', { allowTransitions: true }],
			// Addresses come with the site's base; the rule wants them resolved by name.
			'svelte/no-navigation-without-resolve': 'off',
			// What is replaced whole needs no reactive inside.
			'svelte/prefer-svelte-reactivity': 'off',
			'no-restricted-syntax': 'off'
		}
	},
	{
		files: ['src/**'],
		plugins: { grasp: { rules: { walls: wallsRule } } },
		rules: { 'grasp/walls': ['error', { rooms: ROOMS, svelteRooms: SVELTE_ROOMS, kitRooms: KIT_ROOMS }] }
	},
	{
		files: ['src/**/*.ts'],
		ignores: TESTS,
		rules: {
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
			'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }]
		}
	},
	{ files: ['**/*.config.{js,ts}', '**/+*.ts'], rules: { 'no-restricted-syntax': 'off' } },
	{ files: ['src/pipeline/**', 'tests/**'], rules: { 'no-console': 'off' } }
);
