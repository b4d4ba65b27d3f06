import { buildConnector } from 'undici';
import type { Fence } from './fence.ts';

/**
 * How undici connects behind the fence: the host is resolved and checked here, literal addresses as well, and the
 * address that was checked is the one that is dialled. TLS still proves the name.
 *
 * @param timeoutMs - for one address; the next is tried after it.
 */
export function fencedConnector(fence: Fence, timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, allowH2: false });
  const connectTo = (options: buildConnector.Options): Promise<Parameters<buildConnector.Callback>> =>
    new Promise((settle) => {
      connect(options, (...result) => settle(result));
    });
  const dial = async (options: buildConnector.Options): Promise<Parameters<buildConnector.Callback>> => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const addresses = await fence.addressesOf(options.hostname, port);
    let result: Parameters<buildConnector.Callback> = [new Error('No address was found.'), null];
    for (const address of addresses) {
      result = await connectTo({ ...options, hostname: address });
      if (result[0] === null) break;
    }
    return result;
  };
  return (options, callback) => {
    dial(options).then(
      (result) => callback(...result),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}
