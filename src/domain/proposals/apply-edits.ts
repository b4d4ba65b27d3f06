import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { EDITABLE, Effect } from './effect.ts';

/** Changed fields of an effect, as a form sends them. */
export const Edits = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Edits = z.infer<typeof Edits>;

/**
 * The effect a person approves when they change its words.
 *
 * Forms send text, so a field that is a number, a truth value or null in the effect is read from its text; the
 * schema then judges the whole.
 *
 * @throws {Refusal} `edit_not_allowed` for a field that `EDITABLE` does not list, naming those that it does.
 * @throws {Refusal} `input_invalid` when the changed effect does not fit its schema, or nothing changes.
 */
export function applyEdits(effect: Effect, edits: Edits): Effect {
  const editable = EDITABLE[effect.kind];
  const forbidden = Object.keys(edits).find((field) => !editable.includes(field));
  if (forbidden !== undefined) {
    const right =
      editable.length > 0 ? `Only ${editable.join(', ')} can be changed` : 'Nothing can be changed';
    throw new Refusal('edit_not_allowed', `${right} in ${effect.kind}; figures are computed.`, {
      field: forbidden,
      kind: effect.kind,
    });
  }
  const before = new Map<string, unknown>(Object.entries(effect));
  const changes = Object.entries(edits).map(([field, value]) => [field, reread(before.get(field), value)]);
  if (changes.every(([field, value]) => before.get(String(field)) === value)) {
    throw new Refusal(
      'input_invalid',
      'An edit changes at least one field; approve it as it stands instead.',
    );
  }
  const parsed = Effect.safeParse({ ...effect, ...Object.fromEntries(changes) });
  if (!parsed.success) {
    throw new Refusal('input_invalid', `The change does not fit: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

function reread(before: unknown, value: Edits[string]): unknown {
  if (typeof value !== 'string' || typeof before === 'string') return value;
  if (typeof before === 'number' && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value);
  if (typeof before === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (before === null && value === '') return null;
  return value;
}
