import { DIGITAL_SELLERS } from './digital-sellers.ts';
import { LARGE_NETWORKS } from './large-networks.ts';
import { LAYERS } from './layers.ts';
import type { LinkPattern } from './link-pattern.ts';
import { MARKETPLACES } from './marketplaces.ts';
import { PROGRAMME_SOFTWARE } from './programme-software.ts';
import { REGIONAL_NETWORKS } from './regional-networks.ts';
import { SHORTENERS } from './shorteners.ts';

/** Every row of the tables. Where two hold for a link, the more special host counts, then the earlier row. */
export const LINK_PATTERNS: readonly LinkPattern[] = [
  ...LARGE_NETWORKS,
  ...REGIONAL_NETWORKS,
  ...LAYERS,
  ...MARKETPLACES,
  ...DIGITAL_SELLERS,
  ...PROGRAMME_SOFTWARE,
  ...SHORTENERS,
];

const BY_HOST = new Map<string, LinkPattern[]>();
const ANYWHERE = LINK_PATTERNS.filter(({ hosts }) => hosts.length === 0);
for (const pattern of LINK_PATTERNS) {
  for (const host of pattern.hosts) BY_HOST.set(host, [...(BY_HOST.get(host) ?? []), pattern]);
}

/** The rows that may hold for a host, the more special host first, then those for any host. */
export function patternsOf(host: string): LinkPattern[] {
  const found: LinkPattern[] = [];
  let rest = host;
  while (rest !== '') {
    found.push(...(BY_HOST.get(rest) ?? []));
    const dot = rest.indexOf('.');
    rest = dot === -1 ? '' : rest.slice(dot + 1);
  }
  return [...found, ...ANYWHERE];
}
