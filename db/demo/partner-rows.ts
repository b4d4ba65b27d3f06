import type { DemoCalendar } from './calendar.ts';
import type { CastMember } from './cast.ts';
import type { DemoCode } from './codes.ts';
import type { DemoRow } from './rows.ts';

export function partnerRow(member: CastMember, calendar: DemoCalendar): DemoRow<'partners'> {
  return {
    partner_id: member.partnerId,
    name: member.name,
    type: member.type,
    network: member.network,
    status: member.status,
    tier: '',
    website: `https://www.${member.host}/`,
    email: member.email,
    country: member.country,
    joined_at: calendar.toDemo(member.joinedMs),
    key_account: String(member.keyAccount),
  };
}

/** One row, or two where the rate has changed. An empty SKU group means every product. */
export function rateRows(member: CastMember, calendar: DemoCalendar): DemoRow<'rates'>[] {
  const row = (rateBps: number, startsMs: number, ends_at: string) => ({
    partner_id: member.partnerId,
    sku_group: '',
    rate_bps: String(rateBps),
    starts_at: calendar.toDemo(startsMs),
    ends_at,
  });
  const former = member.formerRate;
  if (former === null) return [row(member.rateBps, member.joinedMs, '')];
  return [
    row(former.rateBps, member.joinedMs, calendar.toDemo(former.untilMs)),
    row(member.rateBps, former.untilMs, ''),
  ];
}

export function codeRow(code: DemoCode, calendar: DemoCalendar): DemoRow<'codes'> {
  return {
    code: code.code,
    kind: code.kind,
    owner_partner_id: code.ownerPartnerId ?? '',
    percent_off: code.percentOff === null ? '' : String(code.percentOff),
    amount_off: code.amountOff ?? '',
    currency: code.amountOff === null ? '' : 'GBP',
    starts_at: calendar.toDemo(code.startsMs),
    ends_at: code.endsMs === null ? '' : calendar.toDemo(code.endsMs),
  };
}
