import { z } from 'zod';

/** A row id found by our own look-up. */
export const Id = z.string().min(1).max(200);

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The conversions an effect touches: the rows stand in `proposal_line`, their hash binds them to the approval. */
export const Lines = z.strictObject({ count: z.int().min(1).max(1_000_000), sha256: Sha256 });

export const Address = z.email().max(320);

/** Without angle brackets; what could end a header line is no message id. */
export const MessageId = z.string().regex(/^[!-;=?-~]{1,400}$/);

export const Subject = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/);

export const Body = z.string().min(1).max(8_000);

export const RateBps = z.int().min(0).max(10_000);
