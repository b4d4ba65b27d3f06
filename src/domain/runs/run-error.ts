import { Refusal } from '../errors.ts';
import type { RunError } from './run.ts';

const MESSAGE_LENGTH_MAX = 1_000;

/** What a run's history says about an error: a refusal's code and sentence, else `unexpected` and the message. */
export function toRunError(error: unknown): RunError {
  if (error instanceof Refusal) {
    return { code: error.code, message: error.sentence.slice(0, MESSAGE_LENGTH_MAX) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message: message.slice(0, MESSAGE_LENGTH_MAX) };
}
