import type { NetworkSystem } from '../networks/system-definition.ts';
import type { ShopSystem } from '../shops/shop-system.ts';

/** Whatever can be connected: a network that commissions are read from, or a shop. */
export type ConnectableSystem = NetworkSystem | ShopSystem;
