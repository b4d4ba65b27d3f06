/** Which checks could tell of a sale, as bits of the kept `told`; `conversion_late` can always. */
export const SALE_CHECK_BITS = {
  sale_amount_differs: 1,
  commission_differs: 2,
  customer_type_differs: 4,
  code_owner_differs: 8,
  click_outside_window: 16,
  /** The customer can be compared; whether there is an address to compare with is the partner's. */
  self_referral: 32,
} as const;
