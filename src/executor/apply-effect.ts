import assert from 'node:assert';
import type { Queryable } from '../../db/client.ts';
import { acceptApplication } from '../../db/queries/applications/accept-application.ts';
import { setApplicationStatus } from '../../db/queries/applications/set-application-status.ts';
import { keepCorrections } from '../../db/queries/corrections/keep-corrections.ts';
import { blacklistSite } from '../../db/queries/coupons/blacklist-site.ts';
import { endCode } from '../../db/queries/coupons/end-code.ts';
import { insertCodeRule } from '../../db/queries/coupons/insert-code-rule.ts';
import { reissueCode } from '../../db/queries/coupons/reissue-code.ts';
import { insertHolds } from '../../db/queries/ledger/insert-holds.ts';
import { setMailStatus } from '../../db/queries/mail/set-mail-status.ts';
import { insertBlock } from '../../db/queries/partners/insert-block.ts';
import { offboardPartner } from '../../db/queries/partners/offboard-partner.ts';
import { changeRate } from '../../db/queries/rates/change-rate.ts';
import type { Effect } from '../domain/proposals/effect.ts';

/**
 * The part of an effect that happens inside, in the caller's transaction: conversions are marked as held or clawed
 * back, attribution stops, a rate ends, a mail is taken in hand, an applicant becomes a partner. What others have to do leaves through the outbox afterwards.
 */
export async function applyEffect(
  db: Queryable,
  { proposalId, effect, at }: { readonly proposalId: string; readonly effect: Effect; readonly at: Date },
): Promise<void> {
  switch (effect.kind) {
    case 'commission.hold':
    case 'commission.clawback': {
      const kind = effect.kind === 'commission.hold' ? 'hold' : 'clawback';
      const marked = await insertHolds(db, { proposalId, partnerId: effect.partnerId, kind, at });
      assert(marked === effect.lines.count, 'the re-check found none of these conversions taken');
      return;
    }
    case 'commission.correct': {
      const { partnerId } = effect;
      const marked = await insertHolds(db, { proposalId, partnerId, kind: 'correct', at });
      assert(marked === effect.lines.count, 'the re-check found none of these conversions taken');
      return keepCorrections(db, { proposalId, effect });
    }
    case 'partner.block':
      return insertBlock(db, { partnerId: effect.partnerId, subId: effect.subId, proposalId, at });
    case 'commission.change':
      return changeRate(db, { proposalId, effect });
    case 'code.retire':
      return endCode(db, { code: effect.code, successor: null, proposalId, at });
    case 'code.reissue':
      return reissueCode(db, { code: effect.code, newCode: effect.newCode, proposalId, at });
    case 'commission.zero-non-owner':
      return insertCodeRule(db, { code: effect.code, kind: 'zero_non_owner', proposalId, at });
    case 'site.blacklist':
      return blacklistSite(db, { domain: effect.domain, proposalId, at });
    case 'partner.offboard':
      return offboardPartner(db, { partnerId: effect.partnerId, proposalId, at });
    case 'mail.hand-over':
      return setMailStatus(db, effect.mailId, 'handled');
    case 'application.accept':
      return acceptApplication(db, { proposalId, effect, at });
    case 'application.decline':
      return setApplicationStatus(db, effect.applicationId, 'declined');
    case 'application.ask':
      return setApplicationStatus(db, effect.applicationId, 'asked');
    // A letter has happened when it is delivered.
    case 'partner.warn':
    case 'mail.reply':
    case 'partner.payout-details':
    // A person takes it to the network.
    case 'network.extend-lock':
      return;
    default:
      effect satisfies never;
  }
}
