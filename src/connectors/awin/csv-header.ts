import { Refusal } from '../../domain/errors.ts';

/**
 * Awin's CSV writes a field of a field in one word: `commissionAmount.amount`, `commissionAmount_amount` and
 * `Commission Amount` are one column. Small letters and digits only → path in the JSON; the first name is Awin's own.
 */
const PATHS: readonly (readonly [path: string, names: readonly string[]])[] = [
  ['id', ['id', 'transactionid']],
  ['publisherId', ['publisherid', 'affiliateid']],
  ['commissionStatus', ['commissionstatus', 'status']],
  ['commissionAmount.amount', ['commissionamountamount', 'commissionamount', 'commission']],
  ['commissionAmount.currency', ['commissionamountcurrency', 'commissioncurrency']],
  ['saleAmount.amount', ['saleamountamount', 'saleamount']],
  ['saleAmount.currency', ['saleamountcurrency', 'salecurrency', 'currency']],
  ['clickRefs.clickRef', ['clickrefsclickref', 'clickref', 'clickref1']],
  ['clickDate', ['clickdate']],
  ['transactionDate', ['transactiondate']],
  ['lapseTime', ['lapsetime']],
  ['voucherCode', ['vouchercode']],
  ['clickDevice', ['clickdevice']],
  ['transactionDevice', ['transactiondevice']],
  ['orderRef', ['orderref', 'orderreference']],
  ['paidToPublisher', ['paidtopublisher']],
  ['customerAcquisition', ['customeracquisition']],
];
const REQUIRED = [
  'id',
  'publisherId',
  'transactionDate',
  'saleAmount.amount',
  'saleAmount.currency',
  'commissionAmount.amount',
];

/**
 * How the rows under this header become transactions of the JSON's shape; columns without a place keep their names.
 *
 * @throws {Refusal} `column_missing`, naming Awin's column.
 */
export function awinCsvTransaction(
  header: readonly string[],
): (cells: readonly string[]) => Record<string, unknown> {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const taken = new Map<number, readonly string[]>();
  for (const [path, aliases] of PATHS) {
    const at = aliases.map((alias) => names.indexOf(alias)).find((index) => index >= 0);
    if (at !== undefined) taken.set(at, path.split('.'));
    else if (REQUIRED.includes(path)) {
      throw new Refusal(
        'column_missing',
        `Awin's CSV needs the column ${path}; this one has ${header.join(', ')}.`,
        {
          column: path,
        },
      );
    }
  }
  return (cells) => {
    const transaction: Record<string, unknown> = {};
    cells.forEach((cell, index) => {
      const [field = '', part] = taken.get(index) ?? [header[index]?.trim() ?? ''];
      if (cell === '' || field === '') return;
      if (part === undefined) transaction[field] = cell;
      else transaction[field] = { ...(transaction[field] as object | undefined), [part]: cell };
    });
    return transaction;
  };
}
