import type { Evidence } from '../domain/proposals/evidence.ts';
import type { ProposalView } from '../domain/proposals/proposal-view.ts';
import { moneyText } from './money-text.ts';
import { printLine } from './print.ts';
import { printEffect } from './print-effect.ts';

/** One card for a terminal: what will happen, why, what it is worth, and what an approval binds. */
export function printProposal(proposal: ProposalView): void {
  printLine(proposal.title);
  printLine(
    `${proposal.status} · ${proposal.kind} · ${moneyText(proposal.money) ?? 'no money at stake'} · expires ${proposal.expiresAt}`,
  );
  printLine(
    `needs ${proposal.approvalsNeeded} approval${proposal.approvalsNeeded === 2 ? 's by different people' : ''}, has ${proposal.approvals}`,
  );
  printLine();
  printLine(proposal.summary);
  printLine();
  printEffect(proposal.effect);
  const lines = proposal.evidence.map(evidenceLine).filter((line) => line !== null);
  if (lines.length > 0) printLine();
  for (const line of lines) printLine(`  ${line}`);
  printLine();
  for (const { by, decision, at, comment } of proposal.decisions) {
    printLine(`${at} ${by}: ${decision}${comment === null ? '' : ` (“${comment}”)`}`);
  }
  printLine(`An approval binds to ${proposal.shownHash}.`);
}

/** @returns null for evidence that only a picture shows. */
function evidenceLine(evidence: Evidence): string | null {
  switch (evidence.type) {
    case 'figure':
      return `${evidence.label}: ${number(evidence.value)}${evidence.interval ? ` (${evidence.interval.map(number).join(' to ')})` : ''}${
        evidence.baseline === null ? '' : `, others like it ${number(evidence.baseline)}`
      }`;
    case 'signal':
      return `${evidence.state === 'hit' ? '●' : evidence.state === 'pass' ? '○' : '–'} ${evidence.sentence}`;
    case 'orders':
      return `${evidence.count} orders, ${moneyText(evidence.money)} of commission`;
    case 'look':
      return `Pictures: ${Math.round(evidence.look.closeness * 100)} % close to the brand's board (limit ${Math.round(evidence.limit * 100)} %), palettes ${evidence.paletteDistance.toFixed(1)} ΔE apart, ${evidence.look.pictures} pictures`;
    case 'note':
      return `${evidence.title}: ${evidence.text}`;
    case 'quote':
      return `“${evidence.text}”`;
    case 'histogram':
    case 'windows':
      return null;
    default:
      return evidence satisfies never;
  }
}

const number = (value: number | null): string =>
  value === null ? 'unknown' : Number(value.toPrecision(3)).toString();
