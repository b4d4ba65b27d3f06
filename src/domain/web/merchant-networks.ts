import { LINK_PATTERNS } from '../sightings/networks/patterns-of.ts';

/** Networks whose links say for which programme they pay. Others (Partnerize, Refersion) name only the partner. */
export const MERCHANT_NETWORKS: ReadonlySet<string> = new Set(
  LINK_PATTERNS.filter(
    ({ merchant, path }) => merchant !== undefined || path?.source.includes('(?<merchant>'),
  ).map(({ network }) => network),
);
