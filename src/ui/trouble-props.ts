export type TroubleName = 'blocked' | 'outdated' | 'full' | 'failed' | 'content' | 'unknown';

export interface TroubleProps {
	readonly trouble: TroubleName;
	readonly onretry: () => void;
}
