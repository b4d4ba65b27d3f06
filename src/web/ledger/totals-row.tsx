import type { ReconciliationView } from '../../domain/http/ledger-view.ts';
import type { MoneyJson } from '../../domain/money/micros.ts';
import { moneyShort } from '../format/money.ts';

interface Figure {
  readonly name: string;
  readonly money: MoneyJson;
  /** The same if returns naming no order belong to the first purchase; null where that changes nothing. */
  readonly other: MoneyJson | null;
  readonly tone: string;
}

/** Earned, reversed, to claw back and leaked, one row a currency: currencies are never added. */
export function TotalsRow({ result }: { readonly result: NonNullable<ReconciliationView> }) {
  const rows = [
    { currency: result.totals.earned.currency, ...result, leaked: result.leakage.amount },
    ...result.otherCurrencies.map((row) => ({ ...row, leaked: row.leakage })),
  ];
  return (
    <div className="flex flex-col gap-3">
      {rows.map(({ currency, totals, band, leaked }) => (
        <dl key={currency} className="flex flex-wrap gap-x-10 gap-y-3">
          {figures(totals, band, leaked).map(({ name, money, other, tone }) => (
            <div key={name}>
              <dt className="text-xs text-quiet">{name}</dt>
              <dd className={`text-lg font-semibold tabular-nums ${tone}`}>{moneyShort(money)}</dd>
              {other && (
                <dd className="text-xs text-quiet tabular-nums">or {moneyShort(other)} by first purchase</dd>
              )}
            </div>
          ))}
        </dl>
      ))}
    </div>
  );
}

type Result = NonNullable<ReconciliationView>;

function figures(totals: Result['totals'], { fifo }: Result['band'], leaked: MoneyJson): Figure[] {
  const unlike = (one: MoneyJson, other: MoneyJson) => (one.micros === other.micros ? null : other);
  return [
    { name: 'Earned', money: totals.earned, other: null, tone: '' },
    {
      name: 'Reversed in time',
      money: totals.reversed,
      other: unlike(totals.reversed, fifo.reversed),
      tone: 'text-won',
    },
    {
      name: 'To claw back',
      money: totals.clawback,
      other: unlike(totals.clawback, fifo.clawback),
      tone: 'text-waiting',
    },
    { name: 'Leaked', money: leaked, other: null, tone: leaked.micros === '0' ? '' : 'text-lost' },
  ];
}
