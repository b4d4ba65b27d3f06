import { z } from 'zod';
import { Refusal } from '../domain/errors.ts';
import { Edits } from '../domain/proposals/apply-edits.ts';

/** One decision as it comes from a door. */
export const DecisionInput = z
  .strictObject({
    proposalId: z.uuid('a proposal is named by its id'),
    decision: z.enum(['approve', 'edit', 'reject', 'respond', 'snooze']),
    /** The hash of what the person was looking at. */
    shownHash: z.string().regex(/^[0-9a-f]{64}$/, 'the shownHash of the proposal as it was shown'),
    /** Changed fields of the effect; with `edit` always, with `approve` perhaps, else never. */
    edits: Edits.optional(),
    comment: z.string().max(4_000).optional(),
    /** When a snoozed proposal comes back; the next morning at 8 unless said. */
    snoozedUntil: z.union([z.date(), z.iso.datetime().transform((text) => new Date(text))]).optional(),
  })
  .check(({ value, issues }) => {
    const { decision, edits, comment, snoozedUntil } = value;
    const changes = edits === undefined ? 0 : Object.keys(edits).length;
    const wrong =
      decision === 'edit' && changes === 0
        ? 'an edit names the fields it changes'
        : changes > 0 && decision !== 'edit' && decision !== 'approve'
          ? 'only an approval carries edits'
          : decision === 'respond' && !comment?.trim()
            ? 'a response says in a comment what should be different'
            : decision !== 'snooze' && snoozedUntil !== undefined
              ? 'only snooze names a moment'
              : null;
    if (wrong !== null) issues.push({ code: 'custom', message: wrong, input: value });
  });
export type DecisionInput = z.input<typeof DecisionInput>;
export type CompleteDecision = z.output<typeof DecisionInput>;

/** @throws {Refusal} `input_invalid` with what would be right. */
export function readDecisionInput(input: DecisionInput): CompleteDecision {
  const parsed = DecisionInput.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refusal('input_invalid', `This decision cannot be read: ${z.prettifyError(parsed.error)}`);
}
