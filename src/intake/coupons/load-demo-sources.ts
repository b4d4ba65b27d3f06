import type { Queryable } from '../../../db/client.ts';
import { DEMO_SOURCES } from '../../../db/demo/coupon-pages/demo-sources.ts';
import { addSource } from '../../../db/queries/coupons/add-source.ts';
import { siteOf } from './site-of.ts';

/** Watches the demo's simulated sites, due at once. Again adds nothing. @returns how many there are. */
export async function loadDemoSources(
  db: Queryable,
  loadDate: Date,
  { checkEveryMinutes }: { readonly checkEveryMinutes: number },
): Promise<number> {
  for (const { url, kind } of DEMO_SOURCES) {
    await addSource(db, {
      url,
      kind,
      publisher: siteOf(url) ?? url,
      partnerId: null,
      everyMinutes: checkEveryMinutes,
      addedBy: 'demo',
      isSimulated: true,
      now: loadDate,
    });
  }
  return DEMO_SOURCES.length;
}
