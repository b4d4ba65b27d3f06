import type { ShopPage } from './shop-reader.ts';

const EMPTY: ShopPage = { news: [], inventory: [], codes: [], setAside: [], completeUntil: null, gaps: [] };

/** A page of which only so much is filled. */
export function shopPage(said: Partial<ShopPage>): ShopPage {
  return { ...EMPTY, ...said };
}
