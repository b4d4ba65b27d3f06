import type { LinkPattern } from './link-pattern.ts';

/** Hosts that hide any address, with the name each goes by. Whether one pays is known only after following it. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  bitly: ['bit.ly', 'bitly.com', 'j.mp'],
  geniuslink: ['geni.us', 'buy.geni.us'],
  'x-short': ['t.co'],
  tinyurl: ['tinyurl.com'],
  rebrandly: ['rebrand.ly'],
  owly: ['ow.ly'],
  isgd: ['is.gd', 'v.gd'],
  cuttly: ['cutt.ly'],
  shorturl: ['shorturl.at', 'short.io'],
  tly: ['t.ly'],
  lnkto: ['lnk.to', 'smarturl.it'],
  linktoapp: ['app.link', 'onelink.me'],
  buffer: ['buff.ly'],
  joturl: ['jo.my', 'joturl.com'],
  pretty: ['bl.ink'],
  urlgeni: ['urlgeni.us'],
  linktwin: ['linktw.in'],
  shorte: ['shorte.st', 'adf.ly'],
};

export const SHORTENERS: readonly LinkPattern[] = Object.entries(HOSTS).map(([network, hosts]) => ({
  network,
  hosts,
  path: /^\/[^/]/,
  claim: 'general',
  source: 'the shortener’s own host',
}));

/** Names of `SHORTENERS`: their links name neither partner nor target. */
export const SHORTENER_NAMES: ReadonlySet<string> = new Set(Object.keys(HOSTS));
