import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { linesHash, type ProposalLine } from '../../../src/domain/proposals/lines.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { Proposed } from '../../proposed.ts';
import { caseEvidence } from './case-evidence.ts';
import { scopeNote } from './case-notes.ts';
import { excessFigure } from './excess-figure.ts';
import type { FraudCase, LineGroup } from './fraud-case.ts';
import { openCase } from './open-case.ts';
import { orderEvidence } from './order-evidence.ts';
import type { ProposingInput } from './proposing-input.ts';
import { notAskedFor, putWish, type Wish } from './put-wish.ts';

type Kind = 'commission.hold' | 'commission.clawback';

/** One proposal for each network and currency with commission to be held or taken back. */
export async function proposeLines(
  kind: Kind,
  input: ProposingInput,
  context: ToolContext,
): Promise<Proposed> {
  const fraudCase = await openCase(context, input.partnerId, input.asOf);
  if (!fraudCase.kinds.includes(kind)) return notAskedFor(kind, fraudCase);
  const groups = kind === 'commission.hold' ? fraudCase.hold : fraudCase.clawback;
  const proposals: Proposed['proposals'] = [];
  for (const group of groups) {
    const wish = wishOf(kind, group, fraudCase, groups.length > 1);
    // A revision answers one proposal; further parts stand for themselves.
    const answers = proposals.length === 0 ? input.answers : null;
    proposals.push(await putWish(wish, fraudCase, { ...input, answers }, context));
  }
  return { proposals };
}

function wishOf(kind: Kind, group: LineGroup, fraudCase: FraudCase, isPart: boolean): Wish {
  const { network, currency, micros, lines } = group;
  const money = { micros: micros.toString(), currency };
  const proposalLines: ProposalLine[] = lines.map((line) => ({
    network: line.network,
    conversionId: line.conversionId,
    commissionMicros: line.commissionMicros,
    currency: line.currency,
  }));
  const effect = {
    kind,
    partnerId: fraudCase.partner.partnerId,
    network,
    money,
    lines: { count: lines.length, sha256: linesHash(proposalLines) },
  };
  const concerned = kind === 'commission.hold' ? 'all' : 'suspects';
  return {
    effect,
    titleEnd: isPart ? ` (here ${moneyWords(money)} on ${network})` : '',
    evidence: [
      excessFigure(fraudCase.score, { micros, currency, concerned }),
      ...caseEvidence(fraudCase),
      orderEvidence(lines, currency, fraudCase.score.families),
      scopeNote(kind, fraudCase),
    ],
    lines: proposalLines,
  };
}
