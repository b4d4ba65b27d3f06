import { z } from 'zod';

/** Proposals that a mail may call for: an answer or a person, and beside it another rate or a check of payout details. */
export const MailWish = z.enum(['reply', 'hand-over', 'rate', 'payout']);
export type MailWish = z.infer<typeof MailWish>;
