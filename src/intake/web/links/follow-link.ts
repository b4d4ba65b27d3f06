import { identifyLink } from '../../../domain/sightings/identify-link.ts';
import type { WebReader } from '../../../domain/web/web-reader.ts';

const REFRESHES_MAX = 3;
const REFRESH_CHARACTERS = 64_000;
const REFRESH =
  /<meta[^>]{0,100}http-equiv\s{0,3}=\s{0,3}["']?refresh["']?[^>]{0,100}content\s{0,3}=\s{0,3}["']?\s{0,3}\d{0,3}\s{0,3};?\s{0,3}url\s{0,3}=\s{0,3}["']?([^"'>\s]{1,2000})/i;

/** Where a link leads when it is followed. */
export interface FollowedLink {
  /** Every address on the way, the link itself first. */
  readonly hops: readonly string[];
  /** Networks met, in the order of the way, without repeats. */
  readonly networks: readonly string[];
  /** Of the first network on the way that names one. */
  readonly partnerId: string | null;
  readonly subId: string | null;
  /** The last address; null when the way did not end at a page. */
  readonly target: string | null;
  /** Why it did not; null when it did. */
  readonly error: { readonly code: string; readonly message: string } | null;
}

/**
 * Follows a link through its redirects, within the reader's fence, robots.txt, pace and caps, and through at most three pages
 * that only send on. The shop's page itself is asked for too: that is one visit, and an affiliate's click is counted.
 */
export async function followLink(
  reader: Pick<WebReader, 'fetch'>,
  href: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<FollowedLink> {
  const hops = [href];
  let error: FollowedLink['error'] = null;
  for (let refreshes = 0; refreshes <= REFRESHES_MAX; refreshes += 1) {
    const from = hops.at(-1) ?? href;
    const capture = await reader.fetch(from, { browser: 'never', accept: 'any', ...(signal && { signal }) });
    for (const { to } of capture.redirects) hops.push(to);
    if (capture.finalUrl !== hops.at(-1) && capture.error === null) hops.push(capture.finalUrl);
    error = capture.error && { code: capture.error.code, message: capture.error.message };
    const onward = error === null ? refreshOf(capture.bytes, hops.at(-1) ?? from) : null;
    if (onward === null || hops.includes(onward)) break;
    hops.push(onward);
  }
  return { hops, ...paidOnTheWay(hops), target: error === null ? (hops.at(-1) ?? null) : null, error };
}

function refreshOf(bytes: Uint8Array, from: string): string | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, REFRESH_CHARACTERS));
  const to = REFRESH.exec(text)?.[1]?.replaceAll('&amp;', '&');
  return to !== undefined && URL.canParse(to, from) ? new URL(to, from).href : null;
}

function paidOnTheWay(hops: readonly string[]): Pick<FollowedLink, 'networks' | 'partnerId' | 'subId'> {
  const found = hops.flatMap((hop) => (URL.canParse(hop) ? (identifyLink(new URL(hop)) ?? []) : []));
  return {
    networks: [...new Set(found.flatMap(({ networks }) => networks))],
    partnerId: found.find(({ partnerId }) => partnerId !== null)?.partnerId ?? null,
    subId: found.find(({ subId }) => subId !== null)?.subId ?? null,
  };
}
