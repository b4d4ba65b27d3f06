import type { OurLinks } from '../sightings/affiliate-link.ts';

/**
 * Everything that is known of our own links, as one: hosts in the form in which addresses hold them (lower case, punycode,
 * no `www.`), nothing twice.
 *
 * @returns null when nothing is known.
 */
export function ourLinks(parts: readonly Partial<OurLinks>[]): OurLinks | null {
  const hosts = new Set(parts.flatMap(({ hosts = [] }) => hosts.flatMap(plainHost)));
  const merchantIds: Record<string, string[]> = {};
  for (const [network, ids] of parts.flatMap(({ merchantIds = {} }) => Object.entries(merchantIds))) {
    const known = new Set([...(merchantIds[network] ?? []), ...ids]);
    if (known.size > 0) merchantIds[network] = [...known];
  }
  if (hosts.size === 0 && Object.keys(merchantIds).length === 0) return null;
  return { hosts: [...hosts], merchantIds };
}

/** What is no host is left out: it could not stand in an address. */
function plainHost(text: string): string[] {
  const host = URL.parse(`https://${text}`)?.hostname.replace(/^www\./, '') ?? '';
  return host === '' ? [] : [host];
}
