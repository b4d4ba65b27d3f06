import { createHash } from 'node:crypto';
import type { StreamKey } from '../../../db/queries/connectors/ensure-streams.ts';
import type { ConnectableSystem } from '../../domain/connections/connectable-system.ts';
import type { Connection } from '../../domain/connections/connection.ts';
import type { ApplicationFeed } from '../../domain/networks/application-feed.ts';
import type { TakeTurn } from '../../domain/networks/call-limits.ts';
import type { NetworkReader } from '../../domain/networks/network-reader.ts';
import type { ShopReader, ShopStream } from '../../domain/shops/shop-reader.ts';
import { STREAM_RULES, type StreamRule } from './stream-rules.ts';

/** One stream of one connected system, and what reads it. */
export interface SyncStream extends StreamKey {
  /** As sentences name the system. */
  readonly title: string;
  readonly rule: StreamRule;
  readonly source:
    | { readonly reads: 'network'; readonly reader: NetworkReader; readonly by: 'changes' | 'sales' }
    | { readonly reads: 'applications'; readonly feed: ApplicationFeed }
    | { readonly reads: 'shop'; readonly reader: ShopReader; readonly stream: ShopStream };
}

/** What is to be read of everything that is connected: one reader a system, so that its calls are counted together. */
export function syncStreams(
  systems: readonly ConnectableSystem[],
  connections: readonly Connection[],
  takeTurn: TakeTurn,
): SyncStream[] {
  return connections.flatMap((connection) => {
    const system = systems.find(({ name }) => name === connection.system);
    return system && connection.state === 'ready' ? streamsOf(system, connection.credentials, takeTurn) : [];
  });
}

function streamsOf(system: ConnectableSystem, credentials: unknown, takeTurn: TakeTurn): SyncStream[] {
  const common = { system: system.name, title: system.title, account: accountOf(system, credentials) };
  if ('openShop' in system) {
    const reader = system.openShop(credentials, takeTurn);
    return (['orders', 'inventory', 'codes'] as const).map((stream) => ({
      ...common,
      stream,
      rule: STREAM_RULES[stream],
      source: { reads: 'shop', reader, stream },
    }));
  }
  const reader = system.openReader(credentials, takeTurn);
  const feed = system.openApplications?.(credentials, takeTurn);
  return [
    ...(['changes', 'sales'] as const).map(
      (by): SyncStream => ({
        ...common,
        stream: by,
        rule: STREAM_RULES[by],
        source: { reads: 'network', reader, by },
      }),
    ),
    ...(feed === undefined
      ? []
      : [
          {
            ...common,
            stream: 'applications',
            rule: STREAM_RULES.applications,
            source: { reads: 'applications', feed },
          } as const,
        ]),
  ];
}

/** A fingerprint of the account: of all that is not secret, so that a new token is no new account. */
function accountOf({ secrets }: ConnectableSystem, credentials: unknown): string {
  const open = Object.entries(credentials as Record<string, unknown>)
    .filter(([field, value]) => !secrets.includes(field) && value !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(open)).digest('hex').slice(0, 16);
}
