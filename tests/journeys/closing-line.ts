import type { FullConfig, FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** Says at the very end, on one line, how it went: "24 passed, 0 failed". */
class ClosingLine implements Reporter {
	#tests: readonly TestCase[] = [];
	/** What fails outside any test: a build, a broken file. */
	#faults = 0;

	onBegin(_config: FullConfig, suite: Suite): void {
		this.#tests = suite.allTests();
	}

	onError(): void {
		this.#faults += 1;
	}

	onEnd({ status }: FullResult): void {
		if (status !== 'passed' && this.#count('unexpected') === 0) this.#faults ||= 1;
	}

	/** Later than any other reporter's last word. */
	async onExit(): Promise<void> {
		const passed = this.#count('expected') + this.#count('flaky');
		const failed = this.#count('unexpected') + this.#faults;
		const skipped = this.#count('skipped');
		console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
	}

	#count(outcome: ReturnType<TestCase['outcome']>): number {
		return this.#tests.filter((test) => test.outcome() === outcome).length;
	}
}

// eslint-disable-next-line no-restricted-syntax -- Playwright takes a reporter as a file's default.
export default ClosingLine;
