import { z } from 'zod';
import type { CouponEffect, CouponState } from '../../../src/domain/proposals/assert-coupon-fits.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  is_grounded: z.boolean(),
  owner_partner_id: z.string().nullable(),
  is_code_known: z.boolean(),
  is_retired: z.boolean(),
  is_zeroed: z.boolean(),
  is_new_code_taken: z.boolean(),
  is_blacklisted: z.boolean(),
  site_partner_id: z.string().nullable(),
  has_ledger_fact: z.boolean(),
  leaks: z.int(),
  partner_status: z.string().nullable(),
  is_key_account: z.boolean(),
});

/** What the tables say of the leak behind an effect; null when there is no such case. */
export async function couponState(db: Queryable, effect: CouponEffect): Promise<CouponState | null> {
  const domain = effect.kind === 'site.blacklist' ? effect.domain : null;
  const fact = effect.kind === 'site.blacklist' ? effect.ledgerFact : null;
  const newCode = effect.kind === 'code.reissue' ? effect.newCode : null;
  const { rows } = await db.query(
    `
    select l.code = $2 and (s.capture_sha256 = $3 or s.first_capture_sha256 = $3 or l.before_capture_sha256 = $3)
             as is_grounded,
           k.owner_partner_id,
           k.code is not null as is_code_known,
           exists (select from code_rule r where r.code = $2 and r.kind = 'retired' and r.lifted_at is null) as is_retired,
           exists (select from code_rule r where r.code = $2 and r.kind = 'zero_non_owner' and r.lifted_at is null)
             as is_zeroed,
           exists (select from code other where upper(other.code) = upper($4::text)) as is_new_code_taken,
           exists (select from site_blacklist b where b.domain = $5 and b.lifted_at is null) as is_blacklisted,
           site.partner_id as site_partner_id,
           exists (
             select from conversion c
              where c.network = $6 and c.conversion_id = $7 and upper(btrim(c.code)) = upper(btrim($2))
                and (c.partner_id = site.partner_id
                     or exists (select from click k2
                                 where k2.partner_id = c.partner_id and k2.click_id = c.click_id
                                   and host_of(k2.referrer) = $5))
           ) as has_ledger_fact,
           (select count(*)::int from leak_case own
             where own.verdict = 'leak_by_owner' and own.owner_partner_id = $8) as leaks,
           (select status from partner where partner_id = $8) as partner_status,
           coalesce((select key_account from partner where partner_id = $8), false) as is_key_account
      from leak_case l
      join sighting s using (sighting_id)
      join coupon_source o using (source_id)
      left join code k on k.code = $2
      left join lateral (
        select coalesce(o.partner_id,
                 (select p.partner_id from partner p where host_of(p.website) = l.publisher order by 1 limit 1)) as partner_id
      ) site on true
     where l.case_id = $1
    `,
    [
      effect.caseId,
      effect.code,
      effect.captureSha256,
      newCode,
      domain,
      fact?.network ?? null,
      fact?.conversionId ?? null,
      effect.partnerId,
    ],
  );
  if (!rows[0]) return null;
  const row = Row.parse(rows[0]);
  return {
    isGrounded: row.is_grounded,
    ownerPartnerId: row.owner_partner_id,
    isCodeKnown: row.is_code_known,
    isRetired: row.is_retired,
    isZeroed: row.is_zeroed,
    isNewCodeTaken: row.is_new_code_taken,
    isBlacklisted: row.is_blacklisted,
    sitePartnerId: row.site_partner_id,
    hasLedgerFact: row.has_ledger_fact,
    leaks: row.leaks,
    partnerStatus: row.partner_status,
    isKeyAccount: row.is_key_account,
  };
}
