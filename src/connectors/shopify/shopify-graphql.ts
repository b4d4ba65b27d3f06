import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { answerOf } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { HttpSurroundings } from '../http/surroundings.ts';

/** Asks one shop in GraphQL. */
export interface ShopifyGraphql {
  /**
   * @param effect - `write` goes out once.
   * @throws {Refusal} as `ask` does; `system_sign_in_refused` where the app lacks a scope.
   */
  ask<Schema extends z.ZodType>(
    asked: {
      readonly query: string;
      readonly variables?: Readonly<Record<string, unknown>>;
      readonly effect?: 'read' | 'write';
    },
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>;
}

const Answer = z.looseObject({
  data: z.unknown().optional(),
  errors: z
    .union([
      z.array(
        z.looseObject({
          message: z.string(),
          extensions: z.looseObject({ code: z.string().optional() }).optional(),
        }),
      ),
      z.string(),
    ])
    .nullish(),
  extensions: z
    .looseObject({
      cost: z
        .looseObject({
          requestedQueryCost: SaidText,
          throttleStatus: z
            .looseObject({ maximumAvailable: SaidText, currentlyAvailable: SaidText, restoreRate: SaidText })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
type Answer = z.infer<typeof Answer>;

interface Points {
  readonly requested: number;
  readonly available: number;
  readonly perSecond: number;
}

const THROTTLED_MAX = 8;
/** Where Shopify says nothing of the points, so long is waited. */
const BLIND_WAIT_MS = 5_000;

/**
 * Shopify's Admin API within its points: every answer says how many are left and how quickly they come back, so before
 * a query that needs more than are left we wait as long as that takes; one that was refused as THROTTLED is asked again
 * after the same wait.
 */
export function shopifyGraphql(
  client: HttpClient,
  { nowMs, sleep }: Pick<HttpSurroundings, 'nowMs' | 'sleep'>,
): ShopifyGraphql {
  let left: { readonly points: number; readonly atMs: number; readonly perSecond: number } | null = null;
  const costs = new Map<string, number>();

  const waitFor = (cost: number): number => {
    if (left === null) return 0;
    const now = left.points + ((nowMs() - left.atMs) / 1_000) * left.perSecond;
    return now >= cost ? 0 : Math.ceil(((cost - now) / left.perSecond) * 1_000);
  };

  return {
    async ask({ query, variables = {}, effect = 'read' }, schema, signal) {
      for (let tries = 0; tries < THROTTLED_MAX; tries += 1) {
        const waitMs = waitFor(costs.get(query) ?? 0);
        if (waitMs > 0) await sleep(waitMs, signal);
        const body = { json: { query, variables } };
        const call = { method: 'POST', path: '/graphql.json', body, signal, effect } as const;
        const answer = answerOf(client.system, await client.call(call), Answer);
        const points = pointsOf(answer);
        if (points) {
          left = { points: points.available, atMs: nowMs(), perSecond: points.perSecond };
          costs.set(query, points.requested);
        }
        if (isThrottled(answer)) {
          if (points === null) await sleep(BLIND_WAIT_MS, signal);
          continue;
        }
        return dataOf(answer, schema);
      }
      throw new Refusal('system_busy', 'Shopify takes no more queries for now.', { retryAfterSeconds: 60 });
    },
  };
}

function pointsOf({ extensions }: Answer): Points | null {
  const cost = extensions?.cost;
  const perSecond = Number(cost?.throttleStatus?.restoreRate);
  if (!cost?.throttleStatus || !(perSecond > 0)) return null;
  const requested = Math.min(Number(cost.requestedQueryCost), Number(cost.throttleStatus.maximumAvailable));
  return { requested, available: Number(cost.throttleStatus.currentlyAvailable), perSecond };
}

const errorsOf = ({ errors }: Answer) =>
  typeof errors === 'string' ? [{ message: errors, extensions: undefined }] : (errors ?? []);

const isThrottled = (answer: Answer): boolean =>
  errorsOf(answer).some(({ extensions }) => extensions?.code === 'THROTTLED');

function dataOf<Schema extends z.ZodType>(answer: Answer, schema: Schema): z.output<Schema> {
  const [error] = errorsOf(answer);
  if (error) {
    const says = error.message.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 200);
    if (error.extensions?.code === 'ACCESS_DENIED') {
      throw new Refusal('system_sign_in_refused', `The app may not read this at Shopify: ${says}`);
    }
    throw new Refusal('system_answer_unusable', `Shopify refuses the query: ${says}`);
  }
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal(
    'system_answer_unusable',
    `Shopify answered in another shape than documented, at ${where}.`,
    { where },
  );
}
