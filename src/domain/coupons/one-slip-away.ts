import type { CodeIndex } from './code-index.ts';
import type { Found } from './found.ts';
import { SLIP_LENGTH_MIN, type Slip, slipBetween } from './near-codes.ts';

/** All below what names a code: ANNA15 and HANNA15 are two people's as likely as one and a slip. */
const SLIPS: Readonly<Record<Slip, number>> = {
  letter_changed: 0.5,
  swapped: 0.55,
  letter_more: 0.45,
  digit_more: 0.15,
  digit_changed: 0.05,
};

/** The codes that are one slip of the finger away, the longer the likelier to be meant. */
export function oneSlipAway(key: string, { keys, slips }: CodeIndex): Found[] {
  if (key.length < SLIP_LENGTH_MIN) return [];
  const found = new Map<number, number>();
  for (const at of slips.near(key)) {
    if (found.has(at)) continue;
    const slip = slipBetween(keys[at] ?? '', key);
    if (slip !== null) found.set(at, SLIPS[slip] * Math.min(1, key.length / 8));
  }
  return [...found].map(([at, weight]) => ({ at, weight }));
}
