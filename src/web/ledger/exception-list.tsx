import type { ReconciliationView } from '../../domain/http/ledger-view.ts';
import { countText } from '../format/figure.ts';
import { moneyExact } from '../format/money.ts';

type Exceptions = NonNullable<ReconciliationView>['exceptions'];
type Example = Exceptions[number]['examples'][number];

/** Each kind of what did not fit with its count, and some of them to look at; all are in `marginkeeper reconcile --json`. */
export function ExceptionList({ exceptions }: { readonly exceptions: Exceptions }) {
  if (exceptions.length === 0) return <p className="text-quiet">Everything fits.</p>;
  return (
    <ul className="max-w-5xl border-t border-line">
      {exceptions.map(({ kind, sentence, count, examples }) => (
        <li key={kind} className="border-b border-line">
          <details>
            <summary className="flex cursor-pointer items-baseline gap-4 py-1.5 hover:bg-panel">
              <span className="w-16 shrink-0 text-right font-semibold tabular-nums">{countText(count)}</span>
              <span>{sentence}</span>
            </summary>
            <ul className="pb-2 pl-20 font-mono text-xs text-quiet max-md:pl-4">
              {examples.map((example) => (
                <li key={JSON.stringify(example)} className="wrap-anywhere" dir="auto">
                  {exampleWords(example)}
                </li>
              ))}
              {count > examples.length && <li>… {countText(count - examples.length)} more</li>}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Ids as they stand in the files, joined by dots. */
function exampleWords({
  orderId,
  lineId,
  partner,
  network,
  conversionId,
  refundId,
  quantity,
  expected,
  found,
}: Example): string {
  const parts = [
    orderId && `order ${orderId}${lineId ? ` line ${lineId}` : ''}`,
    conversionId && `${network ?? ''} ${conversionId}`.trim(),
    partner && `partner ${partner}`,
    refundId && `refund ${refundId}`,
    quantity !== null && `${quantity} ${quantity === 1 ? 'unit' : 'units'}`,
    expected && found && `${moneyExact(found)} instead of ${moneyExact(expected)}`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}
