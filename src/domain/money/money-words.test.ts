import { describe, expect, it } from 'vitest';
import { moneyWords } from './money-words.ts';

const words = (micros: string, currency = 'GBP') => moneyWords({ micros, currency });

describe('moneyWords', () => {
  it('groups thousands and shows the minor unit', () => {
    expect(words('6102500000')).toBe('GBP 6,102.50');
    expect(words('1234567890000', 'EUR')).toBe('EUR 1,234,567.89');
  });

  it('rounds half up, once, whatever the sign', () => {
    expect(words('4999')).toBe('GBP 0.00');
    expect(words('5000')).toBe('GBP 0.01');
    expect(words('-5000')).toBe('GBP -0.01');
    expect(words('-4999')).toBe('GBP 0.00');
    expect(words('999995000')).toBe('GBP 1,000.00');
  });

  it('knows currencies without a minor unit and with three decimals', () => {
    expect(words('1200499999', 'JPY')).toBe('JPY 1,200');
    expect(words('1234500', 'KWD')).toBe('KWD 1.235');
  });
});
