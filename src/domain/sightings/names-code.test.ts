import { describe, expect, it } from 'vitest';
import { fieldSaysOver, namesCode, namesEnd, namesOver } from './names-code.ts';

describe('namesCode', () => {
  it.each([
    'couponCode',
    'coupon_code',
    'code_promo',
    'gutscheincode',
    'kortingscode',
    'codigoDescuento',
    'rabattkod',
  ])('is sure of %s', (name) => expect(namesCode(name)).toBe('sure'));
  it.each(['code', 'kod', 'coupon'])('takes %s for likely', (name) => expect(namesCode(name)).toBe('likely'));
  it.each(['codeType', 'couponCodeLabel', 'countryCode', 'qrCode', 'maskedCode', 'description', 'hasCode'])(
    'takes %s for something else',
    (name) => expect(namesCode(name)).toBeNull(),
  );
});

describe('a field says that an offer is over', () => {
  it.each([
    ['isExpired', true],
    ['abgelaufen', true],
    ['active', false],
    ['status', 'REPORTED_NOT_WORKING'],
    ['status', 'NON_VALIDE'],
  ])('by %s: %j', (name, value) => expect(fieldSaysOver(name, value)).toBe(true));
  it.each([
    ['isExpired', false],
    ['active', 1],
    ['status', 'ACTIVE'],
  ])('not by %s: %j', (name, value) => expect(fieldSaysOver(name, value)).toBe(false));
  it('or the name of its list does', () => {
    expect(['expiredOffers', 'unreliableOffers', 'vouchers({"state":"EXPIRED"})'].every(namesOver)).toBe(
      true,
    );
    expect(['offers', 'activeOffers', 'relatedMerchants'].some(namesOver)).toBe(false);
  });
  it('or its last day does', () => {
    expect(['endsAt', 'validTo', 'gueltigBis', 'expiry_date', 'end'].every(namesEnd)).toBe(true);
    expect(['sender', 'final', 'botType', 'width'].some(namesEnd)).toBe(false);
  });
});
