import type { LanguageEngine } from '../../src/model/engine.ts';

/**
 * The embedded engine as an attacker would like it: it notices no injection, raises no alarm, and is unsure of everything,
 * so that each mail is read by the model.
 */
export function blindEngine(engine: LanguageEngine): LanguageEngine {
  return {
    ...engine,
    readMails: async (mails, context) =>
      (await engine.readMails(mails, context)).map((reading) => ({
        ...reading,
        triage: {
          ...reading.triage,
          intent: 'general_other',
          injectionSuspected: false,
          mustGoToHuman: false,
          route: 'human',
        },
      })),
    forRun: (run) => blindEngine(engine.forRun(run)),
  };
}
