import { z } from 'zod';
import { Problem } from '../domain/http/problem.ts';
import type { Route, RouteAnswer } from './route.ts';

type Json = Record<string, unknown>;

/** The document of the API, OpenAPI 3.1: one operation per row of the routes table, its schemas those that check. */
export function openApi(routes: readonly Route[], version: string): Json {
  const components: Json = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $defs,
      $schema: _dialect,
      ...rest
    } = rewriteReferences(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
    Object.assign(components, $defs);
    return rest;
  };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/[:*](\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Marginkeeper',
      version,
      description:
        'Agents propose, a person decides. Errors are RFC 9457 problem documents with a stable `code`.',
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-mk' },
      },
    },
  };
}

function operation(route: Route, schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  const answers = Object.entries(route.answers).map(([status, answer]) => [
    status,
    answerOf(answer, schemaOf),
  ]);
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    'x-role': route.role,
    security: route.role === 'public' ? [] : [{ token: [] }, { session: [] }],
    parameters: [...pathParameters(route), ...queryParameters(route, schemaOf)],
    ...(route.body && {
      requestBody: {
        required: true,
        content: contentOf(route.body, route.reads, schemaOf),
      },
    }),
    responses: {
      ...Object.fromEntries(answers),
      default: {
        description: 'Refused; `code` says why.',
        content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      },
    },
  };
}

function contentOf(
  body: z.ZodType,
  reads: Route['reads'],
  schemaOf: (schema: z.ZodType, io: 'input') => Json,
): Json {
  if (reads === 'mail') {
    const bytes = { type: 'string', format: 'binary' };
    return {
      'message/rfc822': { schema: bytes },
      'multipart/form-data': { schema: { type: 'object', properties: { mail: bytes }, required: ['mail'] } },
    };
  }
  const type = reads === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  return { [type]: { schema: schemaOf(body, 'input') } };
}

function answerOf(
  { says, contentType, schema }: RouteAnswer,
  schemaOf: (schema: z.ZodType, io: 'output') => Json,
): Json {
  if (contentType === null) return { description: says };
  return {
    description: says,
    content: { [contentType]: { schema: schema ? schemaOf(schema, 'output') : { type: 'string' } } },
  };
}

function pathParameters({ path }: Route): Json[] {
  return [...path.matchAll(/[:*](\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route, schemaOf: (schema: z.ZodType, io: 'input') => Json): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

/** `post /api/proposals/:id/decision` → `postApiProposalsIdDecision`. */
function operationId({ method, path }: Route): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [method, ...words]
    .map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join('');
}

/** zod puts named schemas beside each schema; the document keeps them in one place. */
function rewriteReferences(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
