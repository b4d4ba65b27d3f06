import type { Connection } from './connection.ts';

/** Networks whose transactions we can write; Rakuten takes no corrections from outside. */
const WRITTEN: readonly string[] = ['awin', 'cj', 'impact', 'partnerize', 'refersion'];

/** The networks that corrections go to, because this server has credentials for them; all others are simulated. */
export const correctableNetworks = (connections: readonly Connection[]): string[] =>
  connections
    .filter(({ state, system }) => state === 'ready' && WRITTEN.includes(system))
    .map(({ system }) => system);
