import type { AuthenticationResult, ParsedMail } from '../../../domain/inbox/parsed-mail.ts';
import type { HeaderLine } from '../mime/header-lines.ts';

const RESULTS = new Set(['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror']);
const SYNONYMS: Readonly<Record<string, string>> = {
  hardfail: 'fail',
  error: 'temperror',
  unknown: 'permerror',
  policy: 'fail',
};

/**
 * What the receiving server found about SPF, DKIM and DMARC, from `Authentication-Results` and `Received-SPF`.
 *
 * Anybody can write such a line. Ours stands above the first server's `Received` line or among those; one below them all
 * came with the mail and is not believed. Of several servers, the uppermost is the last to have received it.
 */
export function authenticationOf(lines: readonly HeaderLine[]): ParsedMail['authentication'] {
  const trusted = trustedLines(lines);
  const results = trusted.filter(({ name }) => name === 'authentication-results');
  const server = serverOf(results[0]?.value ?? '');
  const own = results
    .filter(({ value }) => serverOf(value) === server)
    .map(({ value }) => withoutComments(value));
  const received = trusted.find(({ name }) => name === 'received-spf')?.value ?? '';
  return {
    spf: resultOf(own, 'spf') ?? known(/^\s*([a-z]+)/i.exec(received)?.[1]),
    dkim: resultOf(own, 'dkim'),
    dmarc: resultOf(own, 'dmarc'),
  };
}

function trustedLines(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const first = lines.findLastIndex(({ name }) => name === 'received');
  return first === -1 ? lines : lines.slice(0, first);
}

/** Of several signatures one that holds is enough: forwarders and lists break the others. */
function resultOf(values: readonly string[], method: string): AuthenticationResult {
  const pattern = new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]+)`, 'gi');
  const found = values.flatMap((value) => [...value.matchAll(pattern)].map(([, result]) => known(result)));
  return found.includes('pass') ? 'pass' : (found.find((result) => result !== null) ?? null);
}

function known(result: string | undefined): AuthenticationResult {
  const name = result?.toLowerCase() ?? '';
  const usual = SYNONYMS[name] ?? name;
  return RESULTS.has(usual) ? (usual as AuthenticationResult) : null;
}

const serverOf = (value: string): string => /^\s*([^\s;]+)/.exec(value)?.[1]?.toLowerCase() ?? '';
const withoutComments = (value: string): string => value.replaceAll(/\([^()]*\)/g, ' ');
