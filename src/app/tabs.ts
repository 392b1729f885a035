/** Other tabs of the same app hear that something was written, and read it themselves. */
export interface Tabs {
	tell(course: string): void;
	/** Returns how to stop listening. */
	listen(heard: (course: string) => void): () => void;
}

const CHANNEL = 'grasp';

export function makeTabs(): Tabs {
	const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
	return {
		tell: (course) => channel?.postMessage({ course }),
		listen(heard) {
			const onmessage = ({ data }: MessageEvent<unknown>): void => {
				if (typeof data === 'object' && data !== null && 'course' in data) heard(String(data.course));
			};
			channel?.addEventListener('message', onmessage);
			return () => channel?.removeEventListener('message', onmessage);
		}
	};
}
