import { z } from 'zod';

/** Keywords that strict structured output does not know; zod holds the answer to them afterwards. */
const UNKNOWN = new Set([
  '$schema',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'default',
  'format',
  'pattern',
]);

/** A zod schema as servers with structured output take it. */
export function answerSchema(schema: z.ZodType): Record<string, unknown> {
  return without(z.toJSONSchema(schema, { io: 'input' }));
}

function without(node: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (UNKNOWN.has(key) ? [] : [[key, inside(key, value)]])),
  );
}

/** Names of properties are no keywords. */
function inside(key: string, value: unknown): unknown {
  if (key === 'properties' && typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, without(child as object)]));
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (typeof item === 'object' && item !== null ? without(item) : item));
  }
  return typeof value === 'object' && value !== null ? without(value) : value;
}
