import { describe, expect, it } from 'vitest';
import { fxRateCell } from './fx-rate-cell.ts';

describe('fxRateCell', () => {
  it.each([
    ['0.8712', '0.8712'],
    [' +0001.50 ', '1.5'],
    ['150', '150'],
    ['0.000000000001', '0.000000000001'],
    ['', ''],
    ['0', null],
    ['0.000', null],
    ['-1', null],
    ['0,87', null],
    ['1e3', null],
    ['1.1234567890123', null],
    ['1234567890', null],
  ])('reads %j as %j', (text, value) => {
    expect(fxRateCell.read(text)).toBe(value);
  });
});
