import { AwinCredentials } from '../../connectors/awin/awin-client.ts';
import { type FakeAwin, startFakeAwin } from '../../connectors/awin/testing/fake-awin.ts';
import { awinWriter } from '../../connectors/awin/write.ts';
import {
  type MadeUpSurroundings,
  madeUpSurroundings,
} from '../../connectors/http/testing/made-up-surroundings.ts';
import { ImpactCredentials } from '../../connectors/impact/impact-client.ts';
import { type FakeImpact, startFakeImpact } from '../../connectors/impact/testing/fake-impact.ts';
import { impactActions } from '../../connectors/impact/testing/impact-actions.ts';
import { impactWriter } from '../../connectors/impact/write.ts';
import { PartnerizeCredentials } from '../../connectors/partnerize/partnerize-client.ts';
import {
  type FakePartnerize,
  partnerizeConversions,
  startFakePartnerize,
} from '../../connectors/partnerize/testing/fake-partnerize.ts';
import { partnerizeWriter } from '../../connectors/partnerize/write.ts';
import type { NetworkWriter } from '../../domain/networks/network-writer.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Made up networks that work by jobs, on one made up clock, which begins a minute from now. */
export interface FakeNetworks {
  readonly clock: MadeUpSurroundings;
  /** Sales 1 to 3. */
  readonly awin: FakeAwin;
  /** Action 1000.4636.0 is open, 1000.4636.1 is locked. */
  readonly impact: FakeImpact;
  /** Conversions c0 to c2, of minutes 600, 700 and 800 of March 2026. */
  readonly partnerize: FakePartnerize;
  /** New clients, as a process has them that starts now. */
  writers(): NetworkWriter[];
  exceeded(): readonly string[];
  close(): Promise<void>;
}

export async function startFakeNetworks(): Promise<FakeNetworks> {
  const clock = madeUpSurroundings(Date.now() + MINUTE_MS);
  const sale = (id: number) => ({
    ...{ id, publisherId: 7, commissionStatus: 'pending', validationDate: null },
    commissionAmount: { amount: 8, currency: 'GBP' },
    saleAmount: { amount: 100, currency: 'GBP' },
    transactionDate: '2026-03-01T10:42:00',
  });
  const awin = await startFakeAwin([sale(1), sale(2), sale(3)], clock);
  const actions = impactActions([642, 642]).map((action, index) => ({
    ...action,
    LockingDate: new Date(clock.nowMs() + (index === 0 ? 9 : -9) * DAY_MS).toISOString(),
  }));
  const impact = await startFakeImpact(actions, clock);
  const partnerize = await startFakePartnerize(partnerizeConversions([600, 700, 800]), clock);
  const deps = { surroundings: clock, timeoutSeconds: 2 };
  return {
    clock,
    awin,
    impact,
    partnerize,
    writers: () => [
      awinWriter(
        AwinCredentials.parse({ advertiserId: '1001', token: 'token-of-awin', baseUrl: awin.baseUrl }),
        deps,
      ),
      impactWriter(
        ImpactCredentials.parse({
          ...{ accountSid: 'SID1', authToken: 'token-of-impact', campaignId: '1000' },
          baseUrl: impact.baseUrl,
        }),
        deps,
      ),
      partnerizeWriter(
        PartnerizeCredentials.parse({
          ...{ applicationKey: 'app', userApiKey: 'key', campaignId: '10l176' },
          baseUrl: partnerize.baseUrl,
        }),
        deps,
      ),
    ],
    exceeded: () => [...awin.exceeded, ...impact.exceeded, ...partnerize.exceeded],
    close: async () => {
      await Promise.all([awin.close(), impact.close(), partnerize.close()]);
    },
  };
}
