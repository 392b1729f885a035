interface ScriptUrlPolicy {
	createScriptURL(url: string): string;
}
interface TrustedTypesFactory {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

/**
 * The service worker: put in place when the page has nothing better to do, and exchanged for a newer one
 * only when the learner says so.
 */
export class Updates {
	#waiting = $state.raw<ServiceWorker | undefined>();
	/** Whether the site is on this device. */
	isOfflineReady = $state(false);

	readonly #address: string;
	readonly #scope: string;
	#isTaking = false;

	constructor(base: string) {
		this.#address = `${base}/sw.js`;
		this.#scope = `${base}/`;
	}

	get isReady(): boolean {
		return this.#waiting !== undefined;
	}

	async start(): Promise<void> {
		if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			// The other tabs go on with what they have: nothing reloads under a learner.
			if (this.#isTaking) location.reload();
		});
		const registration = await navigator.serviceWorker.register(trusted(this.#address), {
			scope: this.#scope,
			// Must not be answered from the browser's cache, or an update is seen a day late.
			updateViaCache: 'none'
		});
		this.#watch(registration);
		registration.addEventListener('updatefound', () => this.#watch(registration));
		const { active } = await navigator.serviceWorker.ready;
		this.isOfflineReady = true;
		active?.postMessage({ kind: 'fetch-rest' });
	}

	take(): void {
		this.#isTaking = true;
		this.#waiting?.postMessage({ kind: 'take-over' });
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const note = (): void => {
			// Without an active worker it is the first one, and no update.
			if (registration.waiting && registration.active) this.#waiting = registration.waiting;
		};
		note();
		registration.installing?.addEventListener('statechange', note);
	}
}

/** Under Trusted Types a plain string is refused; this policy lets the worker's address through alone. */
function trusted(address: string): string {
	const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
	if (factory === undefined) return address;
	const policy = factory.createPolicy('grasp-worker', {
		createScriptURL(url) {
			if (url !== address) throw new TypeError(`No script may be loaded from ${url}.`);
			return url;
		}
	});
	return policy.createScriptURL(address);
}
