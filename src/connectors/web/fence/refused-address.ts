import { BlockList, isIP } from 'node:net';

/**
 * Networks that are not the public web, from IANA's special-purpose registries, with what each is. IPv6 needs few rows:
 * everything outside 2000::/3 (mapped, compatible, NAT64, link-local, unique local, multicast) is refused as a whole.
 */
const SPECIAL: readonly (readonly [network: string, prefix: number, name: string])[] = [
  ['0.0.0.0', 8, 'this network'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'carrier-grade NAT'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, 'a cloud’s metadata service'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'protocol assignments'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'AS112'],
  ['192.52.193.0', 24, 'AMT'],
  ['192.88.99.0', 24, '6to4 relay'],
  ['192.168.0.0', 16, 'private'],
  ['192.175.48.0', 24, 'AS112'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['2001::', 23, 'protocol assignments, Teredo among them'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4'],
  ['2620:4f:8000::', 48, 'AS112'],
  ['3fff::', 20, 'documentation'],
];

const LISTS = SPECIAL.map(([network, prefix, name]) => {
  const list = new BlockList();
  list.addSubnet(network, prefix, familyOf(network));
  return { list, name, family: familyOf(network) };
});
const GLOBAL_UNICAST = new BlockList();
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6');
/** An IPv4 address follows it, whatever stands before. */
const ISATAP = /:5efe:/i;

/**
 * Why an address is never dialled: what network it is in; null for one on the public web.
 *
 * @param address - IPv4 with dots or IPv6, without brackets. Anything else is refused.
 */
export function refusedAddress(address: string): string | null {
  const version = isIP(address);
  if (version === 0) return 'not an address';
  if (address.includes('%')) return 'link-local';
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (family === 'ipv6') {
    if (!GLOBAL_UNICAST.check(address, 'ipv6')) return 'not global unicast';
    if (ISATAP.test(address)) return 'ISATAP';
  }
  const found = LISTS.find((each) => each.family === family && each.list.check(address, family));
  return found?.name ?? null;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}
