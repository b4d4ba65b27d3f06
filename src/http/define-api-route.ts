import assert from 'node:assert';
import type { z } from 'zod';
import type { Role } from '../domain/auth/role.ts';
import type { Principal } from '../domain/principal.ts';
import type { Door } from './door.ts';
import { readInput } from './requests/read-input.ts';
import { requestState } from './requests/request-state.ts';
import type { Route } from './route.ts';

type Nothing = z.ZodObject<Record<string, never>>;

export interface Asked<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly by: Principal;
  /** Stands in the log, and in every problem document. */
  readonly requestId: string;
}

export interface ApiRouteDefinition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: `/api/${string}`;
  readonly role: Role;
  readonly tag: string;
  readonly summary: string;
  /** A path that does not match is an unknown thing: 404. */
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** JSON unless said otherwise. */
  readonly reads?: Route['reads'];
  readonly answer: Answer;
  /** 200 unless said otherwise. */
  readonly status?: number;
  handle(asked: Asked<Params, Query, Body>, door: Door): Promise<z.input<Answer>>;
}

/** A route that takes checked JSON and gives checked JSON, for a person or program that is signed in. */
export function defineApiRoute<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodType,
>(definition: ApiRouteDefinition<Params, Query, Body, Answer>): Route {
  const { method, path, role, tag, summary, answer, status = 200 } = definition;
  const schemas = {
    params: definition.params ?? null,
    query: definition.query ?? null,
    body: definition.body ?? null,
  };
  return {
    method,
    path,
    role,
    tag,
    summary,
    counted: true,
    head: true,
    reads: definition.reads ?? 'json',
    ...schemas,
    answers: { [status]: { says: summary, contentType: 'application/json', schema: answer } },
    async serve(request, response, door, by) {
      assert(by, 'the role was checked before');
      // The three schemas are this route's own, so what they give is what `handle` expects.
      const input = readInput(request, schemas) as Omit<Asked<Params, Query, Body>, 'by' | 'requestId'>;
      const result = answer.parse(
        await definition.handle({ ...input, by, requestId: requestState(response).requestId }, door),
      );
      response.status(status).setHeader('Cache-Control', 'no-store').json(result);
    },
  };
}
