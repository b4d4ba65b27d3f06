import pg from 'pg';
import type { DeliveryTarget } from '../../src/domain/deliveries/delivery-target.ts';

/** Moments at which a process that carries out approvals can be killed. */
export const CRASH_POINTS = [
  'before the approval commits',
  'after the approval committed, before anybody heard of it',
  'in the undo window',
  'after the execution committed',
  'after the claim',
  'after the call, before its result commits',
  'after the result committed',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** For which transaction's commit a point waits, by a statement that only that transaction makes. */
const COMMITS: Partial<Record<CrashPoint, { readonly marker: RegExp; readonly when: 'before' | 'after' }>> = {
  'before the approval commits': { marker: /insert into outbox/, when: 'before' },
  'after the approval committed, before anybody heard of it': { marker: /insert into outbox/, when: 'after' },
  'after the execution committed': { marker: /attempts = case when \$2 = 'queued'/, when: 'after' },
  'after the result committed': { marker: /insert into receipt/, when: 'after' },
};

const die = (): void => void process.kill(process.pid, 'SIGKILL');

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Makes this process kill itself at a point, without the product knowing: its database client is watched. */
export function crashAt(point: CrashPoint): void {
  const watched = COMMITS[point];
  const original = pg.Client.prototype.query as unknown as Query;
  const marked = new WeakSet<pg.Client>();
  const replacement: Query = function (...args) {
    const text = typeof args[0] === 'string' ? args[0] : '';
    const isEnd = text === 'commit' && marked.has(this);
    const isClaim = point === 'after the claim' && text.includes("set status = 'claimed'");
    if (watched?.marker.test(text)) marked.add(this);
    if (isEnd && watched?.when === 'before') die();
    if (!isEnd && !isClaim) return original.apply(this, args);
    const dieIfDone = (result: unknown): void => {
      if (isEnd || (result as pg.QueryResult).rows.length > 0) die();
    };
    // A pool hands its client a callback; a transaction awaits the promise.
    const callback = args.at(-1);
    if (typeof callback !== 'function') return Promise.resolve(original.apply(this, args)).then(dieIfDone);
    const dying = (error: unknown, result: unknown): void => {
      if (!error) dieIfDone(result);
      callback(error, result);
    };
    return original.apply(this, [...args.slice(0, -1), dying]);
  };
  Object.assign(pg.Client.prototype, { query: replacement });
}

/** The target as it is, but for the point that lies behind its call. */
export function crashingTarget(target: DeliveryTarget, point: CrashPoint | null): DeliveryTarget {
  if (point !== 'after the call, before its result commits') return target;
  return {
    ...target,
    deliver: async (delivery, signal) => {
      const answer = await target.deliver(delivery, signal);
      die();
      return answer;
    },
  };
}
