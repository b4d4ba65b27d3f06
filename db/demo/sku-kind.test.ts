import { describe, expect, it } from 'vitest';
import { isProduct, isShopFee } from './sku-kind.ts';

describe('SKU kinds', () => {
  it('takes five digits, with or without a letter, for a product', () => {
    expect(['85123A', '22423', '84997b'].every(isProduct)).toBe(true);
  });

  it('keeps postage and corrections as lines without a product, and the shop’s fees out', () => {
    expect(['POST', 'M', 'DOT', 'C2', 'D'].some((sku) => isProduct(sku) || isShopFee(sku))).toBe(false);
    expect(['AMAZONFEE', 'BANK CHARGES', 'CRUK', 'S'].every(isShopFee)).toBe(true);
  });
});
