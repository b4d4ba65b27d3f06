import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMicros, parseMicros } from '../../money/micros.ts';
import { amountCell, positiveAmountCell } from './amount-cell.ts';

describe('amount cells', () => {
  it('read what money reads, exactly', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.integer({ min: 0, max: 6 }),
        (micros, decimals) => {
          const text = formatMicros(micros, decimals);
          expect(amountCell.read(text)).toBe(parseMicros(text).toString());
        },
      ),
    );
  });

  it.each(['1,234.00', '£5', '1e3', '1.2345678', 'NaN', '--1', '1.', '12 34', '1234567890123'])(
    'refuse %j',
    (text) => {
      expect(amountCell.read(text)).toBeNull();
    },
  );

  it('take spaces, a plus and zeros in front', () => {
    expect(amountCell.read(' +007.5 ')).toBe('7500000');
    expect(amountCell.read('-0.00')).toBe('0');
    expect(amountCell.read(' ')).toBe('');
  });

  it('refuse a negative amount where the sign is in the name', () => {
    expect(positiveAmountCell.read('-0.01')).toBeNull();
    expect(positiveAmountCell.read('0.01')).toBe('10000');
  });
});
