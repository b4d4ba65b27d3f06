import type pg from 'pg';
import { EXCEPTION_SENTENCES } from '../../../src/domain/reconciliation/reconcile-exception.ts';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { countSaleChecks } from './count-sale-checks.ts';
import { jsonRows } from './json-rows.ts';
import { EXCEPTIONS_SQL } from './loose-exceptions-sql.ts';
import { readSummary } from './read-summary.ts';

/** Compact, and in the order of `ReconciledLine`. */
const money = (column: string): string =>
  `'{"micros":"' || ${column} || '","currency":"' || currency || '"}'`;
const LINES = `
  select '{"orderId":' || to_json(order_id) || ',"lineId":' || to_json(line_id) || ',"partner":' || to_json(partner_id)
         || ',"earned":' || ${money('earned_micros')} || ',"reversed":' || ${money('reversed_micros')}
         || ',"state":"' || state || '","reason":"' || reason || '"}'
    from reconciliation_line
   order by order_id, line_id
`;
const CLAWBACKS = `
  select '{"orderId":' || to_json(n.order_id) || ',"lineId":' || to_json(n.line_id) || ',"partner":' || to_json(l.partner_id)
         || ',"refundId":' || to_json(n.refund_id) || ',"amount":' || ${money('n.amount_micros')}
         || ',"reason":"' || case n.matching when 'decision' then 'commission_denied' else 'returned_after_lock' end || '"}'
    from reconciliation_note n
    join reconciliation_line l using (order_id, line_id)
   where n.kind = 'clawback' and n.amount_micros > 0
   order by n.order_id, n.line_id, n.refunded_at, n.refund_id
`;

/**
 * The result that is kept, or looked at, as one JSON document (`ReconcileResult`), piece by piece: a million lines are
 * never held at once.
 */
export async function* streamResult(
  transaction: pg.PoolClient,
  { asOf, now, policy }: { readonly asOf: Date; readonly now: Date; readonly policy: ReconciliationPolicy },
): AsyncGenerator<string | Buffer> {
  const { totals, leakage, band, otherCurrencies, ...head } = await readSummary(transaction, {
    asOf,
    windowDays: policy.windowDays,
  });
  const inner = (value: object): string => JSON.stringify(value).slice(1, -1);
  yield `{${inner({ ...head, totals })},"lines":[`;
  yield* jsonRows(transaction, LINES);
  yield '],"clawbacks":[';
  yield* jsonRows(transaction, CLAWBACKS);
  yield `],${inner({ leakage, band, otherCurrencies })},"exceptions":[`;
  yield* jsonRows(transaction, exceptionsAt(asOf, now));
  yield `],${inner({ checks: await countSaleChecks(transaction) })}}\n`;
}

/** COPY takes no parameters: the two moments are written out, by us. */
function exceptionsAt(asOf: Date, now: Date): string {
  const literal = (moment: Date): string => `'${moment.toISOString()}'::timestamptz`;
  const text = EXCEPTIONS_SQL.replaceAll('$1', () => literal(asOf)).replaceAll('$2', () => literal(now));
  const sentences = JSON.stringify(EXCEPTION_SENTENCES).replaceAll("'", "''");
  const amount = (column: string): string =>
    `case when ${column} is not null then json_build_object('micros', ${column}::text, 'currency', currency) end`;
  return `
    select json_build_object(
             'kind', kind, 'orderId', order_id, 'lineId', line_id, 'partner', partner_id, 'network', network,
             'conversionId', conversion_id, 'refundId', refund_id, 'quantity', quantity,
             'expected', ${amount('expected_micros')}, 'found', ${amount('found_micros')}, 'detail', detail,
             'sentence', '${sentences}'::jsonb ->> kind)
      from (${text}) e
     order by kind, order_id, line_id, conversion_id, refund_id
  `;
}
