import type { FakeImpactAction } from './fake-impact.ts';

/** One pending action for each sale: 1000.n of £100.00 with £8.00 payout, so many minutes into March 2026. */
export function impactActions(minutes: readonly number[]): FakeImpactAction[] {
  return minutes.map((minute, index) => {
    const EventDate = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString().replace('.000Z', '-00:00');
    return {
      Id: `1000.4636.${index}`,
      CampaignId: 1_000,
      MediaPartnerId: 10_000,
      State: 'PENDING',
      Amount: 100,
      Payout: 8,
      Currency: 'GBP',
      ReferringDate: '2026-02-28T23:00:00-00:00',
      EventDate,
      CreationDate: EventDate,
      LockingDate: '2026-05-01T00:00:00-00:00',
      ClearedDate: '',
      UpdateDate: EventDate,
      PromoCode: 'SPRING',
      Oid: `ORDER-${index}`,
      CustomerStatus: 'EXISTING',
      SharedId: 'blog',
    };
  });
}
