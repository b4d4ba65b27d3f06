import { z } from 'zod';
import { type AccountCalls, listCalls } from '../../../../db/queries/connectors/list-calls.ts';
import { listStreams, type StreamRow } from '../../../../db/queries/connectors/list-streams.ts';
import { CONNECTABLE_SYSTEMS } from '../../../connectors/connectable/read.ts';
import type { Connection } from '../../../domain/connections/connection.ts';
import { ConnectionItem, type StreamItem } from '../../../domain/connections/connection-item.ts';
import type { CallLimits } from '../../../domain/networks/call-limits.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const connectionsRoute = defineApiRoute({
  method: 'get',
  path: '/api/connections',
  role: 'viewer',
  tag: 'connections',
  summary:
    'The networks and shops that can be connected: which are, how far each was read, and what is wrong.',
  answer: z.strictObject({ items: z.array(ConnectionItem), nextCursor: z.null() }),
  async handle(_asked, { pools, connections = [], now }) {
    const rows = await listStreams(pools.app, now());
    const accounts = await listCalls(pools.app);
    const items = CONNECTABLE_SYSTEMS.map(({ name, title, limitations, limits }): ConnectionItem => {
      const connection = connections.find(({ system }) => system === name);
      return {
        system: name,
        title,
        state: connection?.state ?? 'absent',
        problem: problemOf(connection),
        variables: (connection?.variables ?? []).map((variable) => ({
          name: variable.name,
          isRequired: variable.isRequired,
          isSecret: variable.isSecret,
        })),
        calls: callsOf(name, accounts, limits),
        limitations: [...limitations],
        streams: rows.filter(({ system }) => system === name).map(streamItem),
      };
    });
    return { items, nextCursor: null };
  },
});

function problemOf(connection: Connection | undefined): string | null {
  if (connection?.state === 'wrong') return connection.problem;
  return connection?.state === 'incomplete' ? `Not set: ${connection.missing.join(', ')}.` : null;
}

/** One entry for each account and window; an account's name begins with its system's. */
function callsOf(
  system: string,
  accounts: readonly AccountCalls[],
  { windows }: CallLimits,
): ConnectionItem['calls'] {
  return accounts
    .filter(({ account }) => account.startsWith(`${system}/`))
    .flatMap(({ account, calls, nowMs }) =>
      windows.map(({ calls: limit, seconds }) => ({
        ...{ account, limit, seconds },
        used: calls.filter((at) => at > nowMs - seconds * 1_000).length,
      })),
    );
}

function streamItem(row: StreamRow): StreamItem {
  const time = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    stream: row.stream,
    state: row.is_reading ? 'reading' : row.problem === null ? 'waiting' : 'failing',
    problem: row.problem,
    failures: row.failures,
    completeUntil: time(row.complete_until),
    triedAt: time(row.tried_at),
    succeededAt: time(row.succeeded_at),
    nextAt: row.next_at.toISOString(),
    gaps: row.gaps,
    recordsRead: row.rows_read,
    rowsChanged: row.rows_changed,
    setAside: row.set_aside,
  };
}
