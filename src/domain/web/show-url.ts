/** A URL as it may be kept and shown: without a name and password, of a bearable length. */
export function showUrl(url: string): string {
  return url
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/^([a-z][a-z0-9+.-]*:[/\\]*)[^/\\?#]*@/i, '$1')
    .slice(0, 8_000);
}
