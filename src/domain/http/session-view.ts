import { z } from 'zod';
import { Role } from '../auth/role.ts';

/** Who the page is talking as. `person` null: not signed in. Send `csrfToken` as `X-CSRF-Token` with every POST. */
export const SessionView = z
  .strictObject({
    person: z.strictObject({ name: z.string(), role: Role }).nullable(),
    /** Null when nobody is signed in, and for a token, which needs none. */
    csrfToken: z.string().nullable(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;
