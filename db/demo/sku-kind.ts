/** Codes by which the shop books its own fees and samples; they are no sales. */
const SHOP_FEES: ReadonlySet<string> = new Set(['AMAZONFEE', 'BANK CHARGES', 'CRUK', 'S']);

/** Postage, manual corrections, discounts, vouchers: real lines, but nothing that lies on a shelf. */
const PRODUCT = /^\d{5}/;

/** True for the shop's own fees, which the demo leaves out. */
export function isShopFee(sku: string): boolean {
  return SHOP_FEES.has(sku);
}

/** True when the code names something on a shelf: it begins with five digits. */
export function isProduct(sku: string): boolean {
  return PRODUCT.test(sku);
}
