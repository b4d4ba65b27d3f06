import type { ParsedMail } from '../domain/inbox/parsed-mail.ts';
import type { Triage } from '../domain/inbox/triage.ts';
import type { LanguageEngine } from '../model/engine.ts';
import { createEngine } from './create-engine.ts';
import type { Surroundings } from './run-deps-of.ts';

/** Understands mails without a database: no sender is known, and what a model may cost is counted in this process. */
export function triageOf({
  policy,
  log,
  model,
  now,
}: Surroundings): (mails: readonly ParsedMail[]) => Promise<Triage[]> {
  let engine: LanguageEngine | null = null;
  const { ownDomains, autoReplyIntents } = policy.inbox;
  return async (mails) => {
    engine ??= createEngine({ model, policy: policy.model, app: null, log, now });
    const context = { now: now(), ownDomains, autoReplyIntents, partnerOf: () => null };
    return (await engine.readMails(mails, context)).map(({ triage }) => triage);
  };
}
