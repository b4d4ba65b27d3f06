import type { ToolContext } from '../../define-tool.ts';

const KEPT_MAX = 40;
/** A run that takes longer than this looks once more. */
const KEPT_MS = 60_000;

interface Kept {
  readonly value: Promise<unknown>;
  readonly at: number;
}
const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * What is the same for all items of a run, worked out once a minute of it; `work` is done each time where no run stands
 * behind it. The gate and the executor work everything out anew.
 *
 * @param key - what the value depends on besides the run; the same key always means the same kind of value.
 */
export function keptOfRun<Value>(
  { db, runId, now }: Pick<ToolContext, 'db' | 'runId' | 'now'>,
  key: string,
  work: () => Promise<Value>,
): Promise<Value> {
  // A person's question in the chat is about now.
  if (runId === null) return work();
  const ofDatabase = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, ofDatabase);
  const name = `${runId} ${key}`;
  const known = ofDatabase.get(name);
  if (known !== undefined && Math.abs(now.getTime() - known.at) < KEPT_MS)
    return known.value as Promise<Value>;
  const value = work();
  ofDatabase.delete(name);
  ofDatabase.set(name, { value, at: now.getTime() });
  // What failed is tried again; whoever awaits it hears why.
  value.catch(() => ofDatabase.delete(name));
  const [oldest] = ofDatabase.keys();
  if (ofDatabase.size > KEPT_MAX && oldest !== undefined) ofDatabase.delete(oldest);
  return value;
}
