import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { RAKUTEN_LIMITS, RakutenCredentials } from './rakuten-client.ts';
import { rakutenReader } from './read.ts';

/** Rakuten Advertising, as the command line connects it: read only. */
export const RAKUTEN_SYSTEM: NetworkSystem<typeof RakutenCredentials> = {
  name: 'rakuten',
  title: 'Rakuten Advertising',
  credentials: RakutenCredentials,
  secrets: ['clientSecret'],
  operations: [{ name: 'transactions.read', claim: 'documented', does: 'Reads events, one row a SKU.' }],
  limits: RAKUTEN_LIMITS,
  limitations: [
    'Nothing can be written: no call that validates transactions was found. Reversals go in as negative rows or a file.',
    'Events older than 30 days cannot be had, and Rakuten calls them no way to reckon commissions.',
    'There is no time of the click, so no time to conversion.',
    'Events have no state; it stays unknown.',
    'The reporting API, whose token stands in the URL, is not used.',
  ],
  openReader: (credentials, takeTurn) => rakutenReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) =>
    checkOperations(
      RAKUTEN_SYSTEM.operations,
      { 'transactions.read': tryReading(rakutenReader(credentials, { takeTurn, attemptsMax: 1 })) },
      signal,
    ),
};
