import type { SaleCheckPolicy } from './sale-check-policy.ts';

export interface ConcentratedCustomer {
  readonly partnerId: string;
  readonly customerId: string;
  readonly orders: number;
  /** Of the partner, with and without a known customer. */
  readonly ordersOfPartner: number;
}

/**
 * Customers who made a large part of a partner's orders: perhaps the partner, perhaps a friend, perhaps a small partner's only reader.
 *
 * @param sales - counted ones, one an order.
 */
export function concentratedCustomers(
  sales: readonly { readonly partnerId: string; readonly customerId: string | null }[],
  {
    saleCustomerOrdersMin,
    saleCustomerShareBps,
  }: Pick<SaleCheckPolicy, 'saleCustomerOrdersMin' | 'saleCustomerShareBps'>,
): ConcentratedCustomer[] {
  return [...Map.groupBy(sales, ({ partnerId }) => partnerId)].flatMap(([partnerId, ofPartner]) =>
    [...Map.groupBy(ofPartner, ({ customerId }) => customerId)].flatMap(
      ([customerId, { length: orders }]) => {
        const isLarge =
          orders >= saleCustomerOrdersMin && orders * 10_000 >= ofPartner.length * saleCustomerShareBps;
        return customerId !== null && isLarge
          ? [{ partnerId, customerId, orders, ordersOfPartner: ofPartner.length }]
          : [];
      },
    ),
  );
}
