import { z } from 'zod';

/** The path of one thing by its id. */
export const ById = z.strictObject({ id: z.uuid() });
