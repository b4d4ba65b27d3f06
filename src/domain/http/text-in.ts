import { z } from 'zod';

/**
 * Text from outside, at most `length` UTF-16 units. Half a surrogate pair and U+0000 are refused:
 * the first has no UTF-8, the second no place in PostgreSQL.
 */
export function textIn(length: number): z.ZodString {
  return z
    .string()
    .max(length)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'text is whole Unicode without U+0000');
}
