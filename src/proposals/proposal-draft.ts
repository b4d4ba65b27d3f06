import { z } from 'zod';
import { MoneyJson } from '../domain/money/micros.ts';
import { Effect } from '../domain/proposals/effect.ts';
import { Evidence } from '../domain/proposals/evidence.ts';
import type { ProposalLine } from '../domain/proposals/lines.ts';
import { MadeBy, Source } from '../domain/proposals/provenance.ts';

const Line: z.ZodType<ProposalLine> = z.strictObject({
  network: z.string().min(1).max(200),
  conversionId: z.string().min(1).max(200),
  commissionMicros: z.bigint(),
  currency: z.string().length(3),
});

/** What a workflow wants to be decided. Code fills it in; a model's part is at most the words. */
export const ProposalDraft = z.strictObject({
  workflow: z.string().min(1).max(40),
  /** Who asks: the workflow's name, or the person on whose word a chat proposes. */
  proposedBy: z.string().min(1).max(120),
  title: z.string().min(1).max(300),
  summary: z.string().min(1).max(2_000),
  effect: Effect,
  evidence: z.array(Evidence).max(80),
  source: Source.nullable(),
  /** Who wrote the document, such as `mail:anna@example.com`; needed with any source but a feed or a file. */
  stranger: z.string().min(1).max(300).nullable().default(null),
  partnerId: z.string().min(1).max(200).nullable(),
  /** What is at stake; for an effect that moves money, that money. */
  money: MoneyJson.nullable(),
  /** The conversions of an effect that counts and hashes them, no others. */
  lines: z.array(Line).max(1_000_000).default([]),
  madeBy: MadeBy,
  /** Same wish, same key, such as `fraud:commission.hold:awin:p17:GBP`. */
  dedupeKey: z.string().min(1).max(400),
  /** The proposal that a person sent back with a comment and that this one revises. */
  answers: z.uuid().nullable().default(null),
});
export type ProposalDraft = z.input<typeof ProposalDraft>;
export type CompleteDraft = z.output<typeof ProposalDraft>;
