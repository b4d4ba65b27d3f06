import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';

/** What one reckoning is for. */
export interface Staging {
  readonly asOf: Date;
  readonly policy: ReconciliationPolicy;
  /** Only the orders in `staged_order`, which holds all orders of a customer with unnamed returns or none; else all. */
  readonly isScoped: boolean;
}

/** Narrows rows to the staged orders. @param orderId - the column that names the order, ours and never a stranger's. */
export const withinScope = ({ isScoped }: Pick<Staging, 'isScoped'>, orderId: string): string =>
  isScoped ? `join staged_order on staged_order.order_id = ${orderId}` : '';
