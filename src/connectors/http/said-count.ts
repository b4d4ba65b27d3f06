import { z } from 'zod';

/** A count that a system writes as text or number; null when it says none. */
export const SaidCount = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const count = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(count) && count >= 0 ? count : null;
  });
