/** What a robots.txt says to one robot. */
export interface RobotsRules {
  readonly rules: readonly { readonly isAllowed: boolean; readonly pattern: string }[];
  /** Seconds between two requests; null when the file does not ask for any. */
  readonly crawlDelaySeconds: number | null;
  /** As written; any host. */
  readonly sitemaps: readonly string[];
}

interface Group {
  isSeen: boolean;
  rules: { isAllowed: boolean; pattern: string }[];
  crawlDelaySeconds: number | null;
}

const LINE_LENGTH_MAX = 16_664;
const SITEMAPS_MAX = 100;

/**
 * Reads a robots.txt as RFC 9309 and Google's own parser do: groups of one name are one, a robot's own group hides that
 * of `*`, lines without a colon and common misspellings count.
 *
 * @param agent - the name that a site knows this robot by, without a version.
 */
export function readRobots(text: string, agent: string): RobotsRules {
  const own: Group = { isSeen: false, rules: [], crawlDelaySeconds: null };
  const everybody: Group = { isSeen: false, rules: [], crawlDelaySeconds: null };
  const sitemaps: string[] = [];
  let named = new Set<Group>();
  let hasRules = false;
  let isAfterAgent = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const field = readLine(line);
    if (field === null) continue;
    const { key, value } = field;
    if (key === 'agent') {
      if (hasRules) named = new Set();
      hasRules = false;
      isAfterAgent = true;
      const name = /^\*(?:\s|$)/.test(value) ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '');
      const group = name === '*' ? everybody : isSame(name, agent) ? own : null;
      if (group === null) continue;
      group.isSeen = true;
      named.add(group);
    } else if (key === 'sitemap') {
      if (sitemaps.length < SITEMAPS_MAX) sitemaps.push(value);
    } else if (isAfterAgent && key === 'delay') {
      const seconds = Number(value);
      if (value !== '' && seconds >= 0) for (const group of named) group.crawlDelaySeconds = seconds;
    } else if (isAfterAgent) {
      hasRules = true;
      // A group that names both is for the robot itself.
      const group = named.has(own) ? own : named.has(everybody) ? everybody : null;
      group?.rules.push({ isAllowed: key === 'allow', pattern: encoded(value) });
    }
  }
  const { rules, crawlDelaySeconds } = own.isSeen ? own : everybody;
  return { rules, crawlDelaySeconds, sitemaps };
}

const KEYS: readonly (readonly ['agent' | 'allow' | 'disallow' | 'sitemap' | 'delay', RegExp])[] = [
  ['agent', /^user[- ]?agent/],
  ['allow', /^allow/],
  ['disallow', /^(?:dis?s?allow|dissalow|disalow|diasllow|disallaw)/],
  ['sitemap', /^site-?map/],
  ['delay', /^crawl-?delay/],
];

function readLine(line: string): { key: (typeof KEYS)[number][0]; value: string } | null {
  const text = line.slice(0, LINE_LENGTH_MAX).split('#', 1)[0]?.trim() ?? '';
  const colon = text.indexOf(':');
  const words = text.split(/\s+/);
  // Two words without a colon between them are meant as one line.
  const pair = colon > 0 ? [text.slice(0, colon), text.slice(colon + 1)] : words.length === 2 ? words : [];
  const [written = '', value = ''] = pair;
  const name = written.trim().toLowerCase();
  const key = KEYS.find(([, spelling]) => spelling.test(name))?.[0];
  return key === undefined ? null : { key, value: value.trim() };
}

const isSame = (name: string, agent: string): boolean =>
  name !== '' && name.toLowerCase() === agent.toLowerCase();

/** As it stands in a request: other letters than ASCII in percents, percents in capitals. */
function encoded(pattern: string): string {
  return pattern
    .toWellFormed()
    .replace(/%[0-9a-f]{2}/gi, (percent) => percent.toUpperCase())
    .replace(/[^ -~]+/g, (letters) => encodeURIComponent(letters));
}
