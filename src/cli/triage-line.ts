import type { shownTriage } from '../domain/inbox/shown-triage.ts';
import type { Triage } from '../domain/inbox/triage.ts';

/** What was read, or why nothing was, under the file it came from. */
export type TriageLine = { readonly file: string; readonly position?: number } & (
  | ReturnType<typeof shownTriage<Triage>>
  | { readonly error: { readonly code: string; readonly message: string } }
);
