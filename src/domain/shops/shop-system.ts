import type { z } from 'zod';
import type { TakeTurn } from '../networks/call-limits.ts';
import type { SystemDefinition } from '../networks/system-definition.ts';
import type { ShopReader } from './shop-reader.ts';

/** A shop that orders, stock and codes are read from. */
export interface ShopSystem<Credentials extends z.ZodType = z.ZodType> extends SystemDefinition<Credentials> {
  /** Opens its reader; keep one for a shop, because it counts the calls. */
  openShop(credentials: z.output<Credentials>, takeTurn?: TakeTurn): ShopReader;
}
