import type { Logger } from 'pino';
import { Refusal } from '../../domain/errors.ts';
import type { ParsedMail } from '../../domain/inbox/parsed-mail.ts';
import type { ModelPolicy } from '../../domain/model/model-policy.ts';
import type { ModelEngine } from '../create-model-engine.ts';
import type { TriageContext } from '../embedded/inbox/triage-mail.ts';
import type { LanguageEngine, Reading } from '../engine.ts';
import { inTurns } from '../in-turns.ts';
import { isUnsure } from './is-unsure.ts';

export interface CascadeParts {
  readonly embedded: LanguageEngine;
  readonly model: ModelEngine;
  readonly policy: Pick<ModelPolicy, 'callsAtOnce'>;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/**
 * The embedded engine first; a model only for what that is unsure of, and for prose. Whatever goes wrong with the model,
 * the embedded engine's answer stands, and the log says how often.
 */
export function createCascade({ embedded, model, policy, log }: CascadeParts): LanguageEngine {
  async function reread(
    mails: readonly ParsedMail[],
    readings: readonly Reading[],
    context: TriageContext,
  ): Promise<Reading[]> {
    const unsure = readings.flatMap((base, at) => {
      const mail = mails[at];
      return mail && isUnsure(base.triage) ? [{ at, mail, base }] : [];
    });
    if (unsure.length === 0) return [...readings];
    const reread = await inTurns(unsure, policy.callsAtOnce, ({ mail, base }) =>
      model.reread(mail, base, context),
    );
    const answered = reread.filter(({ madeBy }) => madeBy.engine === model.name).length;
    const needReview = reread.filter(({ needsReview }) => needsReview).length;
    log.info(
      { engine: model.name, mails: mails.length, asked: unsure.length, answered, needReview },
      'a language model read the mails that the embedded engine was unsure of',
    );
    const byPlace = new Map(unsure.map(({ at }, nth) => [at, reread[nth]]));
    return readings.map((base, at) => byPlace.get(at) ?? base);
  }

  return {
    name: `${embedded.name}+${model.name}`,
    async word(request) {
      const plain = await embedded.word(request);
      if (!request.prompt.prose.includes(request.section)) return plain;
      try {
        return await model.reword(request, plain);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        log.warn(
          { engine: model.name, prompt: request.prompt.name, section: request.section, code: error.code },
          `the plain words stand: ${error.sentence}`,
        );
        return plain;
      }
    },
    readMails: async (mails, context) => reread(mails, await embedded.readMails(mails, context), context),
    ...(model.compareLook === undefined ? {} : { compareLook: model.compareLook }),
    embed: (texts) => embedded.embed(texts),
    forRun: (run) => createCascade({ embedded: embedded.forRun(run), model: model.forRun(run), policy, log }),
  };
}
