import { z } from 'zod';

/** A value that a network writes as text, number or truth, as text; `''` when it says nothing. */
export const SaidText = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => String(value ?? ''));
