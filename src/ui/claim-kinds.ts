import type { ClaimKind } from '#core/question.ts';
import { m } from './messages.ts';

export const CLAIM_KINDS = {
	figure: m.claim_kind_figure,
	description: m.claim_kind_description,
	judgement: m.claim_kind_judgement,
	recommendation: m.claim_kind_recommendation
} satisfies Record<ClaimKind, () => string>;
