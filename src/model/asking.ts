import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Refusal } from '../domain/errors.ts';
import type { ModelPolicy } from '../domain/model/model-policy.ts';
import type { TokenCount } from '../domain/model/price-of.ts';
import type { RunCost } from '../domain/runs/run.ts';
import { toRunError } from '../domain/runs/run-error.ts';
import { answerSchema } from './answer-schema.ts';
import type { Budget, CallOutcome, Spent } from './budget/budget.ts';
import type { Circuit } from './circuit.ts';
import type { ModelClient } from './client.ts';
import type { EngineRun } from './engine.ts';
import { jsonIn } from './json-in.ts';

export interface Asking {
  readonly client: ModelClient;
  readonly budget: Budget;
  readonly circuit: Circuit;
  readonly policy: ModelPolicy;
  /** Null outside a run. */
  readonly run: EngineRun | null;
  now(): Date;
}

export interface TypedQuestion<Answer extends z.ZodType> {
  /** With version, such as `read-mail@1`. */
  readonly prompt: string;
  /** What of the prompt is asked, for the run's history; empty when there is but one thing. */
  readonly about: string;
  readonly system: string;
  readonly user: string;
  /** Data URLs; see `ModelQuestion`. */
  readonly pictures?: readonly string[];
  readonly answer: Answer;
}

const BACKOFF_MS = 500;
const BYTES_PER_TOKEN_LEAST = 2.5;
/** Seen coarsely; providers count from 85 to some 2,900 for one. */
const TOKENS_PER_PICTURE_MOST = 3_000;
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set([
  'model_timed_out',
  'model_rate_limited',
  'model_unreachable',
]);

/**
 * Asks a language model something whose answer must fit a schema, within the budget and the time there is.
 *
 * A failure that may pass is tried again with growing pauses, or after the pause the server asks for. Each call is
 * reserved in the budget before and settled after; the whole is noted once in the run's history.
 *
 * @throws {Refusal} a `model_…` code: there is no default answer.
 */
export async function ask<Answer extends z.ZodType>(
  asking: Asking,
  question: TypedQuestion<Answer>,
): Promise<{ answer: z.output<Answer>; cost: RunCost }> {
  const { client, circuit, policy, run, now } = asking;
  const startedAt = now();
  const spent: Spent[] = [];
  const note = (error: unknown) =>
    run?.note({
      name: [client.name, question.prompt, question.about].filter((word) => word !== '').join(' '),
      startedAt,
      finishedAt: now(),
      counts: { ...countsOf(spent), ...(error === null ? {} : whyNot(error)) },
      error: error === null ? null : toRunError(error),
    });
  try {
    if (circuit.isOpen()) {
      throw new Refusal(
        'model_paused',
        'The language model has failed too often and is left alone for a while.',
      );
    }
    const answer = await askPatiently(asking, question, spent);
    circuit.succeeded();
    note(null);
    return { answer, cost: costOf(spent, policy) };
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'model_paused' && error.code !== 'model_over_budget') {
      const { retryAfterMs } = error.facts;
      circuit.failed(typeof retryAfterMs === 'number' ? retryAfterMs : null);
    }
    note(error);
    throw error;
  }
}

async function askPatiently<Answer extends z.ZodType>(
  asking: Asking,
  question: TypedQuestion<Answer>,
  spent: Spent[],
): Promise<z.output<Answer>> {
  const { policy } = asking;
  const endsAtMs = performance.now() + policy.deadlineSeconds * 1_000;
  for (let tries = 1; ; tries++) {
    try {
      return await askOnce(asking, question, endsAtMs - performance.now(), spent);
    } catch (error) {
      if (!(error instanceof Refusal) || !WORTH_ANOTHER_TRY.has(error.code) || tries > policy.retriesMax)
        throw error;
      const { retryAfterMs } = error.facts;
      const waitMs =
        typeof retryAfterMs === 'number'
          ? retryAfterMs
          : BACKOFF_MS * 2 ** (tries - 1) * (0.5 + Math.random());
      if (performance.now() + waitMs >= endsAtMs) throw error;
      await pause(waitMs);
    }
  }
}

async function askOnce<Answer extends z.ZodType>(
  { client, budget, policy, run }: Asking,
  { prompt, system, user, pictures = [], answer }: TypedQuestion<Answer>,
  leftMs: number,
  spent: Spent[],
): Promise<z.output<Answer>> {
  const bytes = Buffer.byteLength(system) + Buffer.byteLength(user);
  const most: TokenCount = {
    inputTokens: Math.ceil(bytes / BYTES_PER_TOKEN_LEAST) + 100 + pictures.length * TOKENS_PER_PICTURE_MOST,
    outputTokens: policy.answerTokensMax,
  };
  const reservation = await budget.reserve({ runId: run?.runId ?? null, engine: client.name, prompt, most });
  if (reservation.state === 'over') {
    throw new Refusal(
      'model_over_budget',
      `What a language model may take this ${reservation.which} is used up; the embedded engine goes on.`,
    );
  }
  const settle = async (outcome: CallOutcome, tokens: TokenCount | null) => {
    spent.push(await budget.settle(reservation.callId, outcome, tokens));
  };
  const given = await client
    .ask({
      system,
      user,
      ...(pictures.length === 0 ? {} : { pictures }),
      answerName: prompt.replace(/[^a-z0-9]+/gi, '_'),
      answerSchema: answerSchema(answer),
      answerTokensMax: policy.answerTokensMax,
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(Math.min(leftMs, policy.timeoutSeconds * 1_000)))),
    })
    .catch(async (error: unknown) => {
      await settle(outcomeOf(error), null);
      throw error;
    });
  const parsed = answer.safeParse(jsonIn(given.text));
  await settle(parsed.success ? 'answered' : 'unusable', given.tokens);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'model_answer_unusable',
    `The language model's answer has not the form that ${prompt} asks for (${z.prettifyError(parsed.error).slice(0, 300)}).`,
  );
}

/** Who never took the question bills nothing; who took it and said nothing clear may. */
function outcomeOf(error: unknown): CallOutcome {
  if (!(error instanceof Refusal)) return 'unclear';
  if (error.code === 'model_answer_unusable') return 'unusable';
  return error.code === 'model_timed_out' || error.code === 'model_unreachable' ? 'unclear' : 'failed';
}

function countsOf(spent: readonly Spent[]): Record<string, number> {
  const sum = (of: (one: Spent) => number) => spent.reduce((total, one) => total + of(one), 0);
  return {
    modelCalls: spent.length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    micros: sum(({ micros }) => Number(micros ?? 0n)),
    unpricedTokens: sum(({ inputTokens, outputTokens, micros }) =>
      micros === null ? inputTokens + outputTokens : 0,
    ),
  };
}

function whyNot(error: unknown): Record<string, number> {
  const code = error instanceof Refusal ? error.code : null;
  if (code === 'model_over_budget') return { modelOverBudget: 1 };
  return code === 'model_paused' ? { modelPaused: 1 } : { modelFailures: 1 };
}

function costOf(spent: readonly Spent[], { priceCurrency }: ModelPolicy): RunCost {
  const { inputTokens = 0, outputTokens = 0, unpricedTokens = 0 } = countsOf(spent);
  const micros = spent.reduce((total, one) => total + (one.micros ?? 0n), 0n);
  return { inputTokens, outputTokens, micros: String(micros), currency: priceCurrency, unpricedTokens };
}
