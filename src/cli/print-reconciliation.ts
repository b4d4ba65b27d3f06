import type { ExceptionCount } from '../../db/queries/reconciliation/count-exceptions.ts';
import type { MoneyJson } from '../domain/money/micros.ts';
import type { ReconcileSummary } from '../domain/reconciliation/reconcile-result.ts';
import type { SaleCheckCount } from '../domain/reconciliation/sale-check-count.ts';
import { moneyText } from './money-text.ts';
import { printLine } from './print.ts';
import { printTable } from './print-table.ts';

/** What was earned, what came back of it, and what could not be used. */
export function printReconciliation(
  summary: ReconcileSummary,
  exceptions: readonly ExceptionCount[],
  checks: readonly SaleCheckCount[],
): void {
  const { totals, leakage, band } = summary;
  const all = [{ ...summary, leakage: leakage.amount }, ...summary.otherCurrencies];
  printLine(`As of ${summary.asOf}, commission final ${summary.windowDays} days after delivery:`);
  printTable(all, [
    { heading: 'earned', cell: (row) => moneyText(row.totals.earned) },
    { heading: 'reversed', cell: (row) => moneyText(row.totals.reversed) },
    { heading: 'to claw back', cell: (row) => moneyText(row.totals.clawback) },
    { heading: 'leaked', cell: (row) => moneyText(row.leakage) },
  ]);
  printLine();
  if (!isSame(band.lifo.reversed, band.fifo.reversed) || !isSame(band.lifo.clawback, band.fifo.clawback)) {
    printLine(
      `Some returns name no order. They are taken for the last purchase; were they for the first, ` +
        `${moneyText(band.fifo.reversed)} would be reversed and ${moneyText(band.fifo.clawback)} clawed back.`,
    );
  }
  if (totals.clawback.micros !== '0')
    printLine('A clawback is a proposal: nothing is taken back before a person approves.');
  if (exceptions.length === 0) printLine('Nothing was set aside.');
  else {
    printLine('Set aside, or known otherwise to the shop; the rest goes on (each is listed by --json):');
    printTable(exceptions, [
      { heading: 'what', cell: (row) => row.kind.replaceAll('_', ' ') },
      { heading: 'how many', cell: (row) => row.count },
    ]);
  }
  const untold = checks.filter(({ notEvaluated }) => notEvaluated > 0);
  if (untold.length > 0) {
    printLine();
    printLine('Sales of which nothing could tell, which is no agreement:');
    printTable(untold, [
      { heading: 'what', cell: (row) => row.kind.replaceAll('_', ' ') },
      { heading: 'told of', cell: (row) => row.evaluated },
      { heading: 'not evaluated', cell: (row) => row.notEvaluated },
    ]);
  }
}

const isSame = (left: MoneyJson, right: MoneyJson): boolean => left.micros === right.micros;
