import type { PartnerScore } from '../domain/fraud/fraud-scores.ts';
import type { FraudReport } from '../reports/fraud-report.ts';
import { moneyText } from './money-text.ts';
import { printLine } from './print.ts';
import { printTable } from './print-table.ts';

const ORDER = ['decline', 'hold', 'watch', 'not_identifiable', 'insufficient', 'clean'];

/** The partners that need a look, worst first, and how many need none. */
export function printFraud(scores: FraudReport): void {
  const flagged = scores.partners
    .filter((partner) => ['decline', 'hold', 'watch'].includes(partner.verdict))
    .sort((left, right) => ORDER.indexOf(left.verdict) - ORDER.indexOf(right.verdict));
  const count = (verdict: string) => scores.partners.filter((partner) => partner.verdict === verdict).length;

  if (flagged.length > 0) {
    printTable(flagged, [
      { heading: 'partner', cell: (row) => row.partner },
      { heading: 'verdict', cell: (row) => row.verdict },
      { heading: 'families', cell: (row) => row.families.join(', ') },
      { heading: 'orders', cell: (row) => row.conversions },
      { heading: 'under 60 s', cell: (row) => percent(row.share) },
      { heading: 'others', cell: (row) => percent(row.baselineShare) },
      { heading: 'at risk', cell: (row) => moneyText(row.atRisk) },
    ]);
    printLine();
  }
  printLine(
    `As of ${scores.asOf}: ${scores.partners.length} partners, ${flagged.length} flagged, ${count('clean')} clean, ` +
      `${count('insufficient')} with too few orders to say, ${count('not_identifiable')} whose times are too coarse.`,
  );
}

/** One partner in sentences. */
export function printPartnerScore(score: PartnerScore): void {
  printLine(
    `${score.partner}: ${score.verdict}${score.families.length > 0 ? ` (${score.families.join(', ')})` : ''}`,
  );
  for (const signal of score.signals) {
    const mark = signal.state === 'hit' ? '●' : signal.state === 'pass' ? '○' : '–';
    printLine(`  ${mark} ${signal.sentence}`);
  }
}

const percent = (share: number | null): string | null =>
  share === null ? null : `${(share * 100).toFixed(1)} %`;
