import { Refusal } from '../../domain/errors.ts';
import type { OperationCheck, SystemOperation } from '../../domain/networks/system-definition.ts';

/** How an operation is tried: the sentence that says what was seen. Throws a Refusal when it does not work. */
export type Trial = (signal: AbortSignal) => Promise<string>;

/**
 * Tries operations one after the other. One without a trial of its own would change something, or cannot be asked: it
 * shares the fate of the one it is named to follow, and says that it was not tried.
 */
export async function checkOperations(
  operations: readonly SystemOperation[],
  trials: Readonly<Record<string, Trial | { readonly follows: string; readonly because: string }>>,
  signal: AbortSignal,
): Promise<OperationCheck[]> {
  const checks: OperationCheck[] = [];
  for (const { name, claim } of operations) {
    const trial = trials[name];
    if (trial === undefined) {
      checks.push({ name, claim, ok: false, message: 'There is no way to try it.' });
    } else if (typeof trial === 'function') {
      checks.push({ name, claim, ...(await tried(trial, signal)) });
    } else {
      const ok = checks.find((check) => check.name === trial.follows)?.ok ?? false;
      checks.push({ name, claim, ok, message: `Not tried: ${trial.because}` });
    }
  }
  return checks;
}

async function tried(trial: Trial, signal: AbortSignal): Promise<{ ok: boolean; message: string }> {
  try {
    return { ok: true, message: await trial(signal) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, message: error.sentence };
  }
}
