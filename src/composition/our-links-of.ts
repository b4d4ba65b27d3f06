import type { Config } from '../config.ts';
import { CONNECTABLE_SYSTEMS } from '../connectors/connectable/read.ts';
import type { OurLinks } from '../domain/sightings/affiliate-link.ts';
import { ourLinks } from '../domain/web/our-links.ts';
import type { WebPolicy } from '../domain/web/web-policy.ts';

/** What the policy, the names that this server is reached under, and the connections say of our own links; null for nothing. */
export function ourLinksOf(
  {
    http,
    connections,
  }: { readonly http: Pick<Config['http'], 'allowedHosts'> } & Pick<Config, 'connections'>,
  { ourHosts, ourMerchantIds }: Pick<WebPolicy, 'ourHosts' | 'ourMerchantIds'>,
): OurLinks | null {
  const connected = connections.flatMap((connection) => {
    const system = CONNECTABLE_SYSTEMS.find(({ name }) => name === connection.system);
    return connection.state === 'ready' && system?.ourLinks ? [system.ourLinks(connection.credentials)] : [];
  });
  return ourLinks([
    { hosts: ourHosts, merchantIds: ourMerchantIds },
    // MARGINKEEPER_PUBLIC_URL's host is one of them: our redirector answers there.
    { hosts: http.allowedHosts },
    ...connected,
  ]);
}
