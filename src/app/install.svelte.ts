import { browser } from '$app/environment';

/** Chromium's own event; not in the standard's types. */
interface BeforeInstallPromptEvent extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** How this browser installs an app. */
export type InstallWay = 'installed' | 'prompt' | 'ios' | 'menu';

export class Install {
	#offer = $state.raw<BeforeInstallPromptEvent | undefined>();
	#installed = $state(false);

	/** Must run early: the browser sends its event once, and soon. */
	start(): void {
		this.#installed = matchMedia('(display-mode: standalone)').matches;
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#offer = event as BeforeInstallPromptEvent;
		});
		addEventListener('appinstalled', () => {
			this.#offer = undefined;
			this.#installed = true;
		});
	}

	get way(): InstallWay {
		if (this.#installed) return 'installed';
		if (this.#offer) return 'prompt';
		// Only Apple's browsers have this property, and none of them sends the event.
		return browser && 'standalone' in navigator ? 'ios' : 'menu';
	}

	async prompt(): Promise<void> {
		const offer = this.#offer;
		// An event can be used once.
		this.#offer = undefined;
		await offer?.prompt();
	}
}
