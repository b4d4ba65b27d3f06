import { z } from 'zod';
import type { Connection, ConnectionVariable } from './domain/connections/connection.ts';
import type { SystemDefinition } from './domain/networks/system-definition.ts';

type Described = Pick<SystemDefinition, 'name' | 'credentials' | 'secrets'>;

/**
 * What the environment says of the systems that can be connected: a variable a field of their credentials, such as
 * `MARGINKEEPER_AWIN_TOKEN`; lists and objects as JSON. Never throws: a system that is set up badly stops no other.
 */
export function readConnections(
  environment: Readonly<Record<string, string | undefined>>,
  systems: readonly Described[],
): Connection[] {
  return systems.map((system) => readConnection(environment, system));
}

/** `siteId` of `rakuten` is `MARGINKEEPER_RAKUTEN_SITE_ID`. */
export function variableName(system: string, field: string): string {
  return `MARGINKEEPER_${system}_${field.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();
}

function readConnection(
  environment: Readonly<Record<string, string | undefined>>,
  { name: system, credentials, secrets }: Described,
): Connection {
  const shape = credentials instanceof z.ZodObject ? credentials.shape : {};
  const variables = Object.entries<z.ZodType>(shape).map(
    ([field, schema]): ConnectionVariable => ({
      name: variableName(system, field),
      field,
      isRequired: !schema.safeParse(undefined).success,
      isSecret: secrets.includes(field),
    }),
  );
  const given: Record<string, unknown> = {};
  for (const { name, field } of variables) {
    const text = environment[name]?.trim() ?? '';
    const schema = shape[field] as z.ZodType | undefined;
    if (text !== '' && schema) given[field] = schema.safeParse(text).success ? text : structured(text);
  }
  const needed = variables.filter(({ isRequired }) => isRequired);
  const missing = needed.filter(({ field }) => !(field in given)).map(({ name }) => name);
  if (needed.length > 0 && missing.length === needed.length) return { system, variables, state: 'absent' };
  if (missing.length > 0) return { system, variables, state: 'incomplete', missing };
  const { data, error } = credentials.safeParse(given);
  if (!error) return { system, variables, state: 'ready', credentials: data };
  const [issue] = error.issues;
  const wrong = variables.find(({ field }) => field === issue?.path[0]);
  const what = wrong?.name ?? `What is set for ${system}`;
  // A zod message may repeat what it read; of a secret only that it is wrong is told.
  const why = wrong?.isSecret ? 'it is empty or too long' : (issue?.message ?? 'it is not valid');
  return { system, variables, state: 'wrong', problem: `${what} cannot be used: ${why}.` };
}

/** A list, an object or a truth written as JSON; the text itself where it is none, so that its schema says what is wrong. */
function structured(text: string): unknown {
  if (text !== 'true' && text !== 'false' && !/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses the text and names the variable.
    return text;
  }
}
