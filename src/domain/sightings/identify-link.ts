import { decodeTarget } from './decode-target.ts';
import type { LinkPattern } from './networks/link-pattern.ts';
import { patternsOf } from './networks/patterns-of.ts';

const NESTED_MAX = 4;
const VALUE_CHARACTERS_MAX = 200;

/** What a link says by itself. `null` where it does not say. */
export interface LinkIdentity {
  readonly network: string;
  readonly partnerId: string | null;
  readonly subId: string | null;
  /** The programme's number at the network. */
  readonly merchantId: string | null;
  /** The innermost address, when links are nested. */
  readonly target: string | null;
  /** Networks on the way, outermost first, `network` included. */
  readonly networks: readonly string[];
}

/**
 * The network that a link belongs to, with its parts. Links inside links (Skimlinks → Awin → shop) are followed to the
 * innermost address; the outermost says who is paid.
 *
 * @returns null for an ordinary link.
 */
export function identifyLink(address: URL): LinkIdentity | null {
  const outer = identifyOne(address);
  if (outer === null) return null;
  const networks = [outer.network];
  let { target } = outer;
  for (let depth = 0; depth < NESTED_MAX && target !== null; depth += 1) {
    const inner = identifyOne(new URL(target));
    if (inner === null) break;
    networks.push(inner.network);
    if (inner.target === null || inner.target === target) break;
    target = inner.target;
  }
  return { ...outer, target, networks };
}

function identifyOne(address: URL): Omit<LinkIdentity, 'networks'> | null {
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return null;
  const host = address.hostname.replace(/^www\./, '').toLowerCase();
  for (const pattern of patternsOf(host)) {
    const found = fits(pattern, address);
    if (found !== null) return partsOf(pattern, address, found);
  }
  return null;
}

interface PathParts {
  readonly partner?: string;
  readonly merchant?: string;
  readonly sub?: string;
  readonly target?: string;
}

/** The path's named groups; null when the pattern does not hold. */
function fits(pattern: LinkPattern, { pathname, searchParams }: URL): PathParts | null {
  const holds = (name: string): boolean => {
    const value = searchParams.get(name) ?? '';
    return value !== '' && (pattern.value?.test(value) ?? true);
  };
  if (pattern.needs && !pattern.needs.some(holds)) return null;
  if (!pattern.path) return {};
  const found = pattern.path.exec(pathname);
  return found === null ? null : { ...found.groups };
}

function partsOf(pattern: LinkPattern, address: URL, groups: PathParts) {
  const read = (names: readonly string[] | undefined): string | null => {
    for (const name of names ?? []) {
      const value = address.searchParams.get(name)?.trim();
      if (value) return value.slice(0, VALUE_CHARACTERS_MAX);
    }
    return null;
  };
  return {
    network: pattern.network,
    partnerId: groups.partner || read(pattern.partner),
    merchantId: groups.merchant || read(pattern.merchant),
    subId: groups.sub || read(pattern.sub),
    target: targetOf(pattern, address, groups.target),
  };
}

function targetOf(pattern: LinkPattern, address: URL, inPath: string | undefined): string | null {
  if (pattern.direct) {
    const plain = new URL(address);
    for (const name of [...(pattern.partner ?? []), ...(pattern.sub ?? [])]) plain.searchParams.delete(name);
    return plain.href;
  }
  if (inPath) return decodeTarget(inPath + address.search);
  for (const name of pattern.target ?? []) {
    const value = address.searchParams.get(name);
    const target = value === null ? null : decodeTarget(value);
    if (target !== null) return target;
  }
  return null;
}
