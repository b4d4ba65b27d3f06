import { z } from 'zod';
import { NEVER_AUTOMATIC } from '../policies.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';

/** How often people took a kind of proposal as it was. */
export const Agreement = z
  .strictObject({
    kind: z.string(),
    /** Proposals that a person decided for good or sent back; the newest such decision of each counts. */
    decided: z.int(),
    approvedAsIs: z.int(),
    edited: z.int(),
    rejected: z.int(),
    sentBack: z.int(),
    /** Approved as they were ÷ decided; null when none was decided. */
    agreement: z.number().nullable(),
    /** 95 %, Wilson. */
    interval: z.tuple([z.number(), z.number()]).nullable(),
    /** One sentence: whether the policy could be widened. It is never widened by this. */
    suggestion: z.string(),
    suggestsAutomatic: z.boolean(),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof Agreement>;

export interface DecisionCounts {
  readonly kind: string;
  readonly approvedAsIs: number;
  readonly edited: number;
  readonly rejected: number;
  readonly sentBack: number;
}

/** Before so many decisions nothing is suggested, however well they went. */
const DECIDED_MIN = 50;
/** The interval's lower end that makes a suggestion. */
const AGREEMENT_MIN = 0.95;

/** What the counts of one kind say, and what they suggest to the person who writes the policy. */
export function agreementOf(counts: DecisionCounts): Agreement {
  const { kind, approvedAsIs, edited, rejected, sentBack } = counts;
  const decided = approvedAsIs + edited + rejected + sentBack;
  const interval = wilsonInterval(approvedAsIs, decided);
  const suggestsAutomatic =
    !NEVER_AUTOMATIC.includes(kind) &&
    decided >= DECIDED_MIN &&
    interval !== null &&
    interval[0] >= AGREEMENT_MIN;
  return {
    ...counts,
    decided,
    agreement: decided === 0 ? null : approvedAsIs / decided,
    interval,
    suggestsAutomatic,
    suggestion: sentenceOf(kind, decided, suggestsAutomatic),
  };
}

function sentenceOf(kind: string, decided: number, suggestsAutomatic: boolean): string {
  if (NEVER_AUTOMATIC.includes(kind)) return 'Always a person’s decision; no policy can change that.';
  if (suggestsAutomatic)
    return `You agree nearly always: adding "${kind}" to autoApprovedKinds in the policy would save these clicks.`;
  if (decided < DECIDED_MIN)
    return `Nothing is suggested before ${DECIDED_MIN} decisions; there are ${decided}.`;
  return 'People still change or refuse these too often to let them pass.';
}
