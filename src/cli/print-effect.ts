import { HAND_OVER_REASONS } from '../domain/inbox/hand-over.ts';
import { moneyWords } from '../domain/money/money-words.ts';
import type { Effect } from '../domain/proposals/effect.ts';
import { printLine } from './print.ts';

/** What would happen, where title and summary do not say it all: the letter word for word, the rate before and after. */
export function printEffect(effect: Effect): void {
  switch (effect.kind) {
    case 'code.retire':
      printLine(`Ends the code ${effect.code}.`);
      return;
    case 'code.reissue':
      printLine(`Ends the code ${effect.code} and sets up ${effect.newCode} with the same terms.`);
      return;
    case 'commission.zero-non-owner':
      printLine(`Orders with ${effect.code} earn commission for its owner only.`);
      return;
    case 'site.blacklist':
      printLine(
        `Credits no order to ${effect.domain} any more; seen at ${effect.ledgerFact.network} ${effect.ledgerFact.conversionId}.`,
      );
      return;
    case 'partner.offboard':
      printLine(`Ends the partnership after ${effect.leaks} leaks.`);
      printLetter(null, effect);
      return;
    case 'network.extend-lock':
      printLine(
        `To take to ${effect.network}, by its form or your account manager; it locks from ${effect.firstLocksAt.slice(0, 10)}.`,
      );
      printLetter(null, effect);
      return;
    case 'partner.warn':
      printLetter(null, effect);
      return;
    case 'mail.reply':
    case 'partner.payout-details':
      printLetter(effect.to, effect);
      return;
    case 'mail.hand-over':
      printLine(`Taken in hand by the ${effect.desk} desk.`);
      for (const reason of effect.reasons) printLine(`  ${HAND_OVER_REASONS[reason]}`);
      return;
    case 'commission.change':
      printLine(
        `Rate for ${effect.skuGroup ?? 'all products'}: ${percent(effect.fromBps)} → ${percent(effect.toBps)} from ${effect.startsAt.slice(0, 10)}${effect.endsAt === null ? '' : ` to ${effect.endsAt.slice(0, 10)}`}.`,
      );
      return;
    case 'application.accept':
      printLine(
        `Becomes a pending ${effect.group} partner${effect.rateBps === null ? '' : `, to start at ${percent(effect.rateBps)}`}${effect.code === null ? '' : `, code ${effect.code}`}.`,
      );
      printLetter(effect.to ?? 'no address is known', effect);
      return;
    case 'application.decline':
    case 'application.ask':
      printLetter(effect.to ?? 'no address is known', effect);
      return;
    case 'commission.correct':
      printLine(
        `Lowers ${effect.lines.count} commissions at ${effect.network} by ${moneyWords(effect.money)} in all; plan ${effect.planSha256.slice(0, 12)}.`,
      );
      return;
    case 'commission.hold':
    case 'commission.clawback':
    case 'partner.block':
      return;
    default:
      effect satisfies never;
  }
}

function printLetter(to: string | null, { subject, body }: { subject: string; body: string }): void {
  if (to !== null) printLine(`To: ${to}`);
  printLine(`Subject: ${subject}`);
  printLine();
  for (const line of body.split('\n')) printLine(`  ${line}`);
}

const percent = (bps: number | null): string => (bps === null ? 'none on file' : `${bps / 100} %`);
