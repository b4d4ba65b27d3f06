import type { Request } from 'express';
import type { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';

const ISSUES_SHOWN = 5;

interface Schemas {
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
}

/**
 * The parts of a request as their schemas read them.
 *
 * @throws {Refusal} `route_unknown` when the path names nothing that could exist, `input_invalid` with where and why
 *   for query and body.
 */
export function readInput(
  request: Request,
  schemas: Schemas,
): { params: unknown; query: unknown; body: unknown } {
  const params = schemas.params
    ? schemas.params.safeParse(request.params)
    : { success: true as const, data: {} };
  if (!params.success) {
    throw new Refusal('route_unknown', 'There is nothing at this address: its id has not the form of one.');
  }
  return {
    params: params.data,
    query: parse(schemas.query, request.query, 'query'),
    body: parse(schemas.body, request.body as unknown, 'body'),
  };
}

function parse(schema: z.ZodType | null, value: unknown, part: string): unknown {
  if (!schema) return part === 'query' ? {} : undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, ISSUES_SHOWN);
  const pointers = issues.map((issue) => [part, ...issue.path.map(String)].join('/'));
  const sentence = issues.map((issue, index) => `${pointers[index]}: ${issue.message}`).join('; ');
  throw new Refusal('input_invalid', `${sentence.slice(0, 1_000)}.`, {
    pointer: (pointers[0] ?? part).slice(0, 200),
  });
}
