import { toRunError } from '../domain/runs/run-error.ts';
import type { EngineRun, LanguageEngine } from './engine.ts';

/** An engine that costs nothing, with its calls noted in the history of a run. */
export function noteCalls(engine: LanguageEngine, run: EngineRun): LanguageEngine {
  async function noted<Answer>(name: string, work: () => Promise<Answer>, counts: Record<string, number>) {
    const startedAt = run.now();
    const note = (error: unknown) =>
      run.note({
        name: `${engine.name} ${name}`,
        startedAt,
        finishedAt: run.now(),
        counts: { inputTokens: 0, outputTokens: 0, micros: 0, ...counts },
        error: error === null ? null : toRunError(error),
      });
    try {
      const answer = await work();
      note(null);
      return answer;
    } catch (error) {
      note(error);
      throw error;
    }
  }
  return {
    ...engine,
    word: (request) => noted(request.section, () => engine.word(request), {}),
    readMails: (mails, context) =>
      noted('read-mails', () => engine.readMails(mails, context), { mails: mails.length }),
  };
}
