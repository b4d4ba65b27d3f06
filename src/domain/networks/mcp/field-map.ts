import { z } from 'zod';
import { ConversionStatus } from '../../feeds/conversion-status.ts';
import { type DraftProblem, draftWith, type TransactionDraft } from '../transaction-draft.ts';

/** A way into an answer, `sale.amount`; parts are names or places in a list. */
export const FieldPath = z
  .string()
  .regex(/^[\w-]{1,80}(?:\.[\w-]{1,80}){0,8}$/, 'a path such as sale.amount');

/** Where in a network's record each of our fields stands. */
export const FieldMap = z.strictObject({
  transactionId: FieldPath,
  partnerRef: FieldPath,
  convertedAt: FieldPath,
  sale: FieldPath,
  commission: FieldPath,
  currency: FieldPath,
  statusRaw: FieldPath,
  orderRef: FieldPath.optional(),
  subId: FieldPath.optional(),
  clickedAt: FieldPath.optional(),
  ttcSeconds: FieldPath.optional(),
  reason: FieldPath.optional(),
  modifiedAt: FieldPath.optional(),
  customerType: FieldPath.optional(),
  code: FieldPath.optional(),
  device: FieldPath.optional(),
});
export type FieldMap = z.infer<typeof FieldMap>;

/** The network's words for a status → ours; a word that is not here and not ours stays unknown. */
export const StatusWords = z.record(z.string().max(100), ConversionStatus);
export type StatusWords = z.infer<typeof StatusWords>;

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[part];
  }
  return at;
}

/** A record as the user's map reads it. */
export function mappedDraft(record: unknown, fields: FieldMap): TransactionDraft | DraftProblem {
  const said: Record<string, string> = {};
  for (const [field, path] of Object.entries(fields)) {
    if (path === undefined) continue;
    const value = valueAt(record, path) ?? '';
    if (typeof value === 'object') return { problem: `${path} holds no single value.` };
    said[field] = String(value);
  }
  return draftWith(said);
}
