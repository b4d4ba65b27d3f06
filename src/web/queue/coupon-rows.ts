import type { QueueCard } from '../api/queue-card.ts';

type CouponEffect = Extract<QueueCard['effect'], { caseId: string }>;

/** What an effect against a leak brings about. */
export function couponRows(effect: CouponEffect): (readonly [string, string])[] {
  const capture = ['Page as stored', effect.captureSha256.slice(0, 12)] as const;
  switch (effect.kind) {
    case 'code.retire':
      return [['Ends', effect.code], capture];
    case 'code.reissue':
      return [['Ends', effect.code], ['Sets up', `${effect.newCode}, with the same terms`], capture];
    case 'commission.zero-non-owner':
      return [['Earns on', `${effect.code}: its owner, and nobody else`], capture];
    case 'site.blacklist':
      return [
        ['Credits no order to', effect.domain],
        ['An order it earned on', `${effect.ledgerFact.network} ${effect.ledgerFact.conversionId}`],
        capture,
      ];
    case 'partner.offboard':
      return [['Ends the partnership', `after ${effect.leaks} leaks`], ['Newest code', effect.code], capture];
    default:
      return effect satisfies never;
  }
}
