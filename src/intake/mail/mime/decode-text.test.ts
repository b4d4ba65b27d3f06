import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

describe('decodeText', () => {
  it.each([
    ['iso-2022-jp', '1b2442 2433 2473 244b 2441 244f 1b2842', 'こんにちは'],
    ['windows-1252', '80 20 e9', '€ é'],
    ['windows-1251', 'cf f0 e8 e2 e5 f2', 'Привет'],
    ['windows-1256', 'e3 d1 cd c8 c7', 'مرحبا'],
    ['windows-1254', 'fe ee', 'şî'],
    ['ISO-8859-15', 'a4', '€'],
    ['gb2312', 'c4 e3 ba c3', '你好'],
    ['koi8-r', 'f0 d2 c9', 'При'],
    ['"utf-8"', 'c3 a9', 'é'],
  ])('reads %s', (charset, hex, text) => {
    expect(decodeText(bytes(hex), charset)).toBe(text);
  });

  it('reads undeclared bytes that are no UTF-8 as windows-1252', () => {
    expect(decodeText(bytes('47 72 fc df 65'), '')).toBe('Grüße');
    expect(decodeText(bytes('47 72 fc df 65'), 'us-ascii')).toBe('Grüße');
    expect(decodeText(bytes('47 72 fc df 65'), 'no-such-charset')).toBe('Grüße');
  });

  it('keeps UTF-8 with one broken byte as UTF-8', () => {
    expect(decodeText(Buffer.concat([Buffer.from('äöüßéè'), bytes('ff')]), 'utf-8')).toBe('äöüßéè\uFFFD');
  });

  it('does not follow UTF-7, which can carry markup', () => {
    expect(decodeText(Buffer.from('+ADw-script+AD4-'), 'utf-7')).toBe('+ADw-script+AD4-');
  });

  it('drops a byte order mark', () => {
    expect(decodeText(bytes('efbbbf 61'), 'utf-8')).toBe('a');
  });
});
