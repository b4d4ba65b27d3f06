/** The host of an address without www, in lower case; with its port where it is not the usual one. Null when it is no address of the web. */
export function siteOf(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  return url.hostname.replace(/^www\./, '').toLowerCase();
}
