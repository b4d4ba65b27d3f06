import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './domain/errors.ts';
import { DEFAULT_POLICY, Policy } from './domain/policies.ts';

/**
 * The policy in force: the defaults, with the user's file laid over them leaf by leaf.
 *
 * @param file - named by `MARGINKEEPER_POLICY`, or null for `<data>/policy.json` when it exists.
 * @throws {Refusal} `file_unreadable` when a named file is missing or is not JSON; `input_invalid` naming the first bad leaf.
 */
export function readPolicy(file: string | null, dataFolder: string): Policy {
  const path = file ?? join(dataFolder, 'policy.json');
  if (file === null && !existsSync(path)) return DEFAULT_POLICY;

  const merged = Policy.safeParse(overlay(DEFAULT_POLICY, readJson(path)));
  if (merged.success) return merged.data;
  const issue = merged.error.issues[0];
  const where = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  throw new Refusal(
    'input_invalid',
    `${path}: ${where} is not a valid policy: ${issue?.message ?? 'see the README'}.`,
    { file: path },
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Refusal(
      'file_unreadable',
      `The policy file ${path} cannot be read as JSON: ${String(error)}.`,
      { file: path },
    );
  }
}

/** Objects merge, everything else (lists too) is replaced. */
function overlay(base: unknown, over: unknown): unknown {
  if (!isPlain(base) || !isPlain(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over))
    merged[key] = key in base ? overlay(base[key], value) : value;
  return merged;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
