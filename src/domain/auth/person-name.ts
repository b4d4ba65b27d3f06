import { z } from 'zod';
import { Refusal } from '../errors.ts';

/** Names that decisions made by code are recorded under; no person may look like one. */
const RESERVED: readonly string[] = ['policy', 'system'];

/** The name decisions are recorded under: what the two-person rule counts as one person. */
export const PersonName = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'a name has no control or invisible characters')
  .refine((name) => name === name.trim().normalize('NFC'), 'a name neither begins nor ends with a space')
  .refine(
    (name) => !RESERVED.includes(name.toLowerCase()),
    `a person is not called ${RESERVED.join(' or ')}`,
  );

/** @throws {Refusal} `input_invalid` when nobody may be called so. */
export function assertPersonName(name: string): void {
  const parsed = PersonName.safeParse(name);
  if (parsed.success) return;
  const why = parsed.error.issues[0]?.message ?? 'it is not a name';
  throw new Refusal('input_invalid', `This name cannot be used: ${why}.`, { name: name.slice(0, 80) });
}
