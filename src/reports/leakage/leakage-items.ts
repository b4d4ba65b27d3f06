import type { Queryable } from '../../../db/client.ts';
import { listLeakage, type PartnerLeakage } from '../../../db/queries/leakage/list-leakage.ts';
import type { LeakageItem } from '../../domain/http/leakage-view.ts';

/** What came back after the lock, by partner, most leaked first. */
export async function leakageItems(
  db: Queryable,
  { limit }: { readonly limit: number },
): Promise<LeakageItem[]> {
  return (await listLeakage(db, { limit })).map(itemOf);
}

function itemOf({ currency, ...row }: PartnerLeakage): LeakageItem {
  const money = (micros: bigint) => ({ micros: micros.toString(), currency });
  const lost = row.leakedMicros + row.lateMicros - row.recoveredMicros;
  return {
    partner: row.partnerId,
    name: row.partnerName,
    lines: row.lateLines,
    leaked: money(row.leakedMicros),
    late: money(row.lateMicros),
    waiting: money(row.waitingMicros),
    recovered: money(row.recoveredMicros),
    refused: money(row.refusedMicros),
    settled: money(row.settledMicros),
    lostShare:
      row.settledMicros <= 0n
        ? null
        : Number(((lost < 0n ? 0n : lost) * 1_000_000n) / row.settledMicros) / 1e6,
  };
}
