import type { TakeTurn } from '../../domain/networks/call-limits.ts';
import type { NetworkWriter } from '../../domain/networks/network-writer.ts';
import { AwinCredentials } from '../awin/awin-client.ts';
import { awinWriter } from '../awin/write.ts';
import { CjCredentials } from '../cj/cj-client.ts';
import { cjWriter } from '../cj/write.ts';
import { ImpactCredentials } from '../impact/impact-client.ts';
import { impactWriter } from '../impact/write.ts';
import { PartnerizeCredentials } from '../partnerize/partnerize-client.ts';
import { partnerizeWriter } from '../partnerize/write.ts';
import { RefersionCredentials } from '../refersion/refersion-client.ts';
import { refersionWriter } from '../refersion/write.ts';

/**
 * Opens the writing half of a network. Reader and writer of an account each count their own calls, so in production
 * `takeTurn` has to count for both.
 *
 * @param credentials - as the network's schema takes them; anything else throws.
 */
export type OpenWriter = (credentials: unknown, takeTurn?: TakeTurn) => NetworkWriter;

/** The networks that corrections can be written to, by the name of their system. Rakuten takes none. */
export const NETWORK_WRITERS: Readonly<Record<string, OpenWriter>> = {
  awin: (credentials, takeTurn) => awinWriter(AwinCredentials.parse(credentials), { takeTurn }),
  cj: (credentials, takeTurn) => cjWriter(CjCredentials.parse(credentials), { takeTurn }),
  impact: (credentials, takeTurn) => impactWriter(ImpactCredentials.parse(credentials), { takeTurn }),
  partnerize: (credentials, takeTurn) =>
    partnerizeWriter(PartnerizeCredentials.parse(credentials), { takeTurn }),
  refersion: (credentials, takeTurn) =>
    refersionWriter(RefersionCredentials.parse(credentials), { takeTurn }),
};
