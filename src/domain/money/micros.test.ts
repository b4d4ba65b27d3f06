import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMicros, parseMicros } from './micros.ts';

describe('micros', () => {
  it('reads decimal text exactly', () => {
    expect(parseMicros('7.781')).toBe(7_781_000n);
    expect(parseMicros('-0.05')).toBe(-50_000n);
    expect(parseMicros('0.000001')).toBe(1n);
  });

  it('writes at least two places and never loses a digit', () => {
    expect(formatMicros(12_340_000n)).toBe('12.34');
    expect(formatMicros(1n)).toBe('0.000001');
    expect(formatMicros(-5_000_000n, 0)).toBe('-5');
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.integer({ min: 0, max: 6 }),
        (micros, decimals) => {
          expect(parseMicros(formatMicros(micros, decimals))).toBe(micros);
        },
      ),
    );
  });

  it.each(['', '1,234.00', '1e3', '12.3456789', 'NaN', '£5', '--1'])('refuses %j with a sentence', (text) => {
    expect(() => parseMicros(text)).toThrow('money_unreadable');
  });
});
