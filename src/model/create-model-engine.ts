import type { z } from 'zod';
import type { ParsedMail } from '../domain/inbox/parsed-mail.ts';
import type { ModelPolicy } from '../domain/model/model-policy.ts';
import type { Asking } from './asking.ts';
import type { Budget } from './budget/budget.ts';
import { createCircuit } from './circuit.ts';
import type { ModelClient } from './client.ts';
import type { TriageContext } from './embedded/inbox/triage-mail.ts';
import type { EngineRun, LanguageEngine, Reading, Wording, WordingRequest } from './engine.ts';
import { inTurns } from './in-turns.ts';
import { compareLook } from './quarantine/compare-look.ts';
import { rereadMail } from './quarantine/reread-mail.ts';
import { reword } from './wording/reword.ts';

export interface ModelEngine extends LanguageEngine {
  /** Words anew what the embedded engine filled in. @throws {Refusal} when the plain words are the better ones. */
  reword<Output extends z.ZodType>(
    request: WordingRequest<Output>,
    plain: Wording<z.output<Output>>,
  ): Promise<Wording<z.output<Output>>>;
  /** Reads one mail over the embedded engine's reading of it, which stands when the model fails. */
  reread(mail: ParsedMail, base: Reading, context: TriageContext): Promise<Reading>;
  forRun(run: EngineRun): ModelEngine;
}

export interface ModelParts {
  readonly client: ModelClient;
  readonly budget: Budget;
  readonly policy: ModelPolicy;
  /** Does what a model is not asked for: plain words, texts to points, and the first reading of a mail. */
  readonly embedded: LanguageEngine;
  now(): Date;
}

/**
 * A language model as an engine: it is asked for everything, which is for measuring it. The cascade asks it for what is
 * left.
 */
export function createModelEngine({ client, budget, policy, embedded, now }: ModelParts): ModelEngine {
  const circuit = createCircuit(policy.pauseAfterFailures, policy.pauseSeconds * 1_000, () =>
    performance.now(),
  );
  return engineOf({ client, budget, circuit, policy, run: null, now }, embedded);
}

function engineOf(asking: Asking, embedded: LanguageEngine): ModelEngine {
  const engine: ModelEngine = {
    name: asking.client.name,
    reword: (request, plain) => reword(asking, request, plain),
    reread: (mail, { triage, madeBy }, context) => rereadMail(asking, mail, triage, madeBy, context),
    word: async (request) => reword(asking, request, await embedded.word(request)),
    async readMails(mails, context) {
      const readings = await embedded.readMails(mails, context);
      return inTurns(readings, asking.policy.callsAtOnce, (base, at) => {
        const mail = mails[at];
        return mail === undefined ? Promise.resolve(base) : engine.reread(mail, base, context);
      });
    },
    compareLook: (pictures) => compareLook(asking, pictures),
    embed: (texts) => embedded.embed(texts),
    forRun: (run) => engineOf({ ...asking, run }, embedded.forRun(run)),
  };
  return engine;
}
