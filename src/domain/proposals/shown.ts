import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';
import { canonicalJson } from './canonical-json.ts';
import { Effect } from './effect.ts';
import { Evidence } from './evidence.ts';
import { MadeBy, Source } from './provenance.ts';

/** Everything a person is shown before deciding, and nothing that changes while they look. */
export const Shown = z.strictObject({
  kind: z.string().max(60),
  title: z.string().min(1).max(300),
  summary: z.string().min(1).max(2_000),
  effect: Effect,
  evidence: z.array(Evidence).max(80),
  source: Source.nullable(),
  money: MoneyJson.nullable(),
  approvalsNeeded: z.union([z.literal(1), z.literal(2)]),
  proposedBy: z.string().min(1).max(120),
  madeBy: MadeBy,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Shown = z.infer<typeof Shown>;

/** sha256 (hex) of what is shown. An approval carries it back; any field changed since gives another hash. */
export function shownHash(shown: Shown): string {
  return createHash('sha256')
    .update(canonicalJson(Shown.parse(shown)))
    .digest('hex');
}
