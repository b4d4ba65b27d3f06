import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { plainHost } from '../../../domain/web/fetch-url.ts';
import { FetchFailed } from '../fetch-failed.ts';
import { refusedAddress } from './refused-address.ts';

/** Decides where a connection may go, at the moment it is made. */
export interface Fence {
  /** `host:port` that are open whatever their address. */
  readonly allow: ReadonlySet<string>;
  /**
   * The addresses to dial for a host, each of them checked. Dial these and not the name, so that a second answer of the
   * resolver changes nothing.
   *
   * @throws {FetchFailed} `blocked_address` when none is on the public web, or the port is another than 80 or 443.
   */
  addressesOf(hostname: string, port: number): Promise<readonly string[]>;
}

const ADDRESSES_MAX = 4;

/** @param resolve - addresses of a name; rejects as `dns.lookup` does. */
export function createFence(
  allow: ReadonlySet<string>,
  resolve: (hostname: string) => Promise<readonly string[]> = systemAddresses,
): Fence {
  return {
    allow,
    async addressesOf(written, port) {
      const hostname = plainHost(written.toLowerCase());
      const found = isIP(hostname) === 0 ? await resolve(hostname) : [hostname];
      if (allow.has(`${hostname}:${port}`)) return found.slice(0, ADDRESSES_MAX);
      if (port !== 80 && port !== 443)
        throw new FetchFailed('blocked_address', `Port ${port} of ${hostname} is not open.`);
      const open = found.filter((address) => refusedAddress(address) === null);
      if (open.length > 0) return open.slice(0, ADDRESSES_MAX);
      const [first] = found;
      if (first === undefined) throw new FetchFailed('unreachable', `${hostname} leads to no address.`);
      const leads = first === hostname ? hostname : `${hostname} leads to ${first}, which`;
      throw new FetchFailed(
        'blocked_address',
        `${leads} is not on the public web (${refusedAddress(first)}).`,
      );
    },
  };
}

async function systemAddresses(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
