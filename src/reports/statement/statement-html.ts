import { createHash } from 'node:crypto';
import type { PartnerStatement, StatementLineView } from '../../domain/http/statement-view.ts';
import { moneyWords } from '../../domain/money/money-words.ts';
import { escapeHtml } from '../../domain/text/escape-html.ts';
import { PARTNER_ACCOUNTS, REASON_WORDS, STATE_WORDS } from './statement-words.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1a2224; --quiet: #55636a; --line: #d9e0e2; --paper: #fff; --accent: #0b6b66; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edee; --quiet: #9fb0b5; --line: #2c3a3e; --paper: #12191b; --accent: #5cc4bc; } }
body { font: 14px/1.45 system-ui, 'Segoe UI', sans-serif; color: var(--ink); background: var(--paper); margin: 32px auto; max-width: 1040px; padding: 0 20px; }
h1 { font-size: 20px; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 14px; margin: 28px 0 6px; }
p { margin: 4px 0; color: var(--quiet); max-width: 75ch; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 400; font-size: 12px; color: var(--quiet); }
th, td { padding: 4px 14px 4px 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
td { overflow-wrap: anywhere; } .n, .d { white-space: nowrap; } .n { text-align: right; }
.tag { border: 1px solid var(--line); border-radius: 6px; padding: 0 6px; font-size: 12px; color: var(--quiet); }
.scroll { overflow-x: auto; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10px; } th { font-size: 9px; } .tag { font-size: 8px; padding: 0 4px; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
@page { size: A4; margin: 16mm 14mm; }
`;

/** The header under which the page shows and nothing runs: the style is named by its hash. */
export const STATEMENT_CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** A statement as one page without scripts, for the screen and for print. Strangers' names stand as text. */
export function statementHtml(statement: PartnerStatement): string {
  const { partner, programme, isSimulated, asOf, from, until } = statement;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Statement of ${text(partner.name)}</title><style>${STYLE}</style></head>
<body><main>
<h1 dir="auto">Statement: ${text(partner.name)} ${isSimulated ? '<span class="tag">simulated</span>' : ''}</h1>
<p>${text(programme)} · partner ${text(partner.id)} · orders from ${day(from)} to ${day(until)} · ${asOf === null ? 'not reckoned yet' : `reckoned as of ${day(asOf)}`}</p>
${balancesPart(statement)}
${totalsPart(statement)}
${linesPart(statement)}
<p>A return takes of a line’s commission in proportion to the quantity that came back. Questions about a line are answered with the return it rests on.</p>
</main></body></html>
`;
}

function balancesPart({ balances }: PartnerStatement): string {
  const own = balances.filter(({ account, balance }) => PARTNER_ACCOUNTS[account] && balance.micros !== '0');
  if (own.length === 0) return '<h2>Balances</h2><p>Nothing is booked yet.</p>';
  return `<h2>Balances</h2>${table(
    ['Account', '>Balance'],
    own.map(({ account, balance }) => [text(PARTNER_ACCOUNTS[account] ?? account), moneyWords(balance)]),
  )}`;
}

function totalsPart({ totals }: PartnerStatement): string {
  if (totals.length === 0) return '';
  return `<h2>In this span</h2>${table(
    ['Where it stands', '>Lines', '>Earned', '>Reversed', '>To be given back'],
    totals.map((total) => [
      STATE_WORDS[total.state],
      String(total.lines),
      moneyWords(total.earned),
      moneyWords(total.reversed),
      moneyWords(total.clawback),
    ]),
  )}`;
}

function linesPart({ lines, more }: PartnerStatement): string {
  if (lines.length === 0) return '<h2>Orders</h2><p>No commissioned order in this span.</p>';
  const rest = more === 0 ? '' : `<p>${more} more lines stand in the CSV of this statement.</p>`;
  return `<h2>Orders</h2><div class="scroll">${table(
    ['Order', '|Ordered', '|Final', 'Where it stands', '>Earned', '>Reversed', '>To be given back'],
    lines.map(lineCells),
  )}</div>${rest}`;
}

const lineCells = (line: StatementLineView): string[] => [
  `${text(line.orderId)} <span class="tag">${text(line.lineId)}</span>`,
  day(line.orderedAt),
  day(line.lockAt),
  `${STATE_WORDS[line.state]}: ${REASON_WORDS[line.reason]}`,
  moneyWords(line.earned),
  moneyWords(line.reversed),
  moneyWords(line.clawback),
];

/** @param headings - a number's begins with `>`, a day's with `|`: neither breaks. @param rows - safe as HTML already. */
function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const kind = headings.map((heading) => KINDS[heading.charAt(0)] ?? '');
  const head = headings.map(
    (heading, at) => `<th scope="col"${kind[at]}>${text(heading.replace(/^[>|]/, ''))}</th>`,
  );
  const body = rows.map((row) => `<tr>${row.map((cell, at) => `<td${kind[at]}>${cell}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

const KINDS: Readonly<Record<string, string>> = { '>': ' class="n"', '|': ' class="d"' };

const day = (iso: string): string => iso.slice(0, 10);

const text = escapeHtml;
