import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { lockNote } from '../../../src/domain/networks/locks/lock-notes.ts';
import type { LockCase } from './lock-case.ts';

const NAMED_MAX = 100;
const BODY_MAX = 7_000;

/** The request to the network, in plain words; a person may change it before it is taken there. */
export function lockLetter({ network, currency, sales, micros, firstLocksAt, lastLocksAt }: LockCase): {
  subject: string;
  body: string;
} {
  const from = firstLocksAt.toISOString().slice(0, 10);
  const until = lastLocksAt.toISOString().slice(0, 10);
  const sum = moneyWords({ micros: micros.toString(), currency });
  const ids: string[] = [];
  let letters = 0;
  for (const { conversionId } of sales.slice(0, NAMED_MAX)) {
    letters += conversionId.length + 2;
    if (letters > BODY_MAX - 1_000) break;
    ids.push(conversionId);
  }
  const more = sales.length - ids.length;
  return {
    subject:
      `Please keep ${sales.length} ${sales.length === 1 ? 'transaction' : 'transactions'} open beyond ${from}`.slice(
        0,
        200,
      ),
    body: [
      `To ${lockNote(network).name},`,
      '',
      `${from === until ? `On ${from}` : `Between ${from} and ${until}`} you lock ${sales.length} ${sales.length === 1 ? 'transaction' : 'transactions'} of our programme with ${sum} of commission. Customers may still return these orders: our return window ends later.`,
      '',
      'Please keep them pending until the window has ended, or tell us how we extend them ourselves. What has come back by then we decline; the rest we approve at once.',
      '',
      `Transactions: ${ids.join(', ')}${more > 0 ? `, and ${more} more, which we send as a list on request` : ''}.`,
    ].join('\n'),
  };
}
