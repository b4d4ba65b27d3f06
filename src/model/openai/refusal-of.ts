import { Refusal, type RefusalCode } from '../../domain/errors.ts';
import { retryAfterMs } from './retry-after.ts';

const WORDS_MAX = 200;

/**
 * What went wrong with a call to a language model's server, as one of the ways this service knows.
 *
 * The server's own words are cut: they are shown to a person, never to a model.
 */
export function refusalOf(error: unknown, signal: AbortSignal): Refusal {
  if (error instanceof Refusal) return error;
  const { name = '', message = '', status, headers } = fieldsOf(error);
  const said = message.slice(0, WORDS_MAX);
  if (signal.aborted || name === 'TimeoutError' || name === 'AbortError' || status === 408) {
    return new Refusal('model_timed_out', 'The language model did not answer in time.');
  }
  if (status === 429) {
    const waitMs = retryAfterMs(headers?.get('retry-after-ms') ?? null, headers?.get('retry-after') ?? null);
    return new Refusal(
      'model_rate_limited',
      `The language model's server wants fewer calls: ${said}`,
      waitMs === null ? {} : { retryAfterMs: waitMs },
    );
  }
  if (status !== undefined && status >= 500)
    return refused('model_unreachable', `answers ${status}: ${said}`);
  if (status !== undefined && status >= 400) {
    return refused(
      'model_rejects_us',
      `answers ${status}; check the key, the model's name and the URL: ${said}`,
    );
  }
  // The SDK reads the answer's JSON itself.
  if (error instanceof SyntaxError || /JSON|finish|length|content filter/i.test(`${name} ${message}`)) {
    return refused('model_answer_unusable', `gave an answer that cannot be read: ${said}`);
  }
  return refused('model_unreachable', `cannot be reached: ${said}`);
}

const refused = (code: RefusalCode, what: string): Refusal =>
  new Refusal(code, `The language model's server ${what}`);

function fieldsOf(error: unknown): {
  name?: string;
  message?: string;
  status?: number;
  headers?: Headers;
} {
  if (!(error instanceof Error)) return {};
  const { name, message } = error;
  return {
    name,
    message,
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
    ...('headers' in error && error.headers instanceof Headers && { headers: error.headers }),
  };
}
