import type pg from 'pg';
import type { SetAsideRow } from '../../../db/queries/connectors/put-set-aside.ts';
import type { ShopPage, ShopReader } from '../../domain/shops/shop-reader.ts';
import { type LoadedReading, loadReadRows, setAsideRow } from './load-read-rows.ts';
import { loadShopOrders } from './load-shop-orders.ts';
import { rowsByName } from './rows-by-name.ts';
import { withKnownSpelling } from './with-known-spelling.ts';

/** What a shop answered becomes orders, refunds, stock and codes. */
export async function loadShopPage(
  pool: pg.Pool,
  shop: ShopReader['shop'],
  { news, inventory, codes, setAside }: ShopPage,
): Promise<LoadedReading> {
  const unread = setAside.map(
    ({ id, problem, raw }): SetAsideRow => setAsideRow(id ?? '', problem, JSON.stringify(raw) ?? ''),
  );
  const loaded = [
    await loadShopOrders(pool, shop, news),
    await loadReadRows(pool, 'inventory', rowsByName(inventory)),
    await loadReadRows(pool, 'codes', rowsByName(await withKnownSpelling(pool, codes))),
  ];
  const sum = (count: (one: LoadedReading) => number) => loaded.reduce((total, one) => total + count(one), 0);
  return {
    rows: sum(({ rows }) => rows) + setAside.length,
    changed: sum(({ changed }) => changed),
    keys: loaded.flatMap((one) => one.keys),
    setAside: [...unread, ...loaded.flatMap((one) => one.setAside)],
  };
}
