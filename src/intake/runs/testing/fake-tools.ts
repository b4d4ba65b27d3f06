import { z } from 'zod';
import type { GraphDeps } from '../../../../graphs/graph-deps.ts';
import type { Tool, ToolContext } from '../../../../tools/define-tool.ts';
import { Refusal } from '../../../domain/errors.ts';
import type { Effect } from '../../../domain/proposals/effect.ts';
import { propose } from '../../../proposals/propose.ts';

const Draft = z.object({
  partnerId: z.string(),
  title: z.string(),
  summary: z.string(),
  note: z.string().nullable(),
  answers: z.uuid().nullable(),
  subject: z.string().default(''),
  body: z.string().default(''),
});

export interface FakeTools {
  /** Partners found to be flagged; each asks for a block and a warning. */
  readonly flagged: readonly string[];
  /** Hears every call before it is made: may wait, or throw in the tool's name. */
  readonly onCall?: (tool: string, input: Readonly<Record<string, unknown>>) => Promise<void> | void;
}

const FACTS = {
  network: 'awin',
  verdict: 'decline',
  families: 'timing and in-cart',
  signals: 'Orders follow the click too fast.',
  timed: 100,
  fast: 31,
  sharePercent: '31.0 %',
  baselinePercent: '1.9 %',
  conversions: 120,
  windowsCounting: 3,
  windowsLooked: 3,
  asOfDay: '2026-01-01',
  holdMoney: null,
  holdCount: 0,
  clawbackMoney: null,
  clawbackCount: 0,
};

const SCORE = {
  stratum: 'coupon',
  conversions: 120,
  timed: 100,
  fast: 31,
  share: 0.31,
  baselineShare: 0.019,
  qValue: 0.001,
  families: ['timing', 'in_cart'],
  atRisk: null,
};

/** Fraud tools that find what they are told to; what they propose is proposed in earnest. */
export function fakeTools({ flagged, onCall }: FakeTools): GraphDeps['callTool'] {
  return async (tool, input, context) => {
    const fields = tool.input.parse(input);
    await onCall?.(tool.name, fields);
    return tool.output.parse(await answer(tool, fields, context, flagged)) as z.output<typeof tool.output>;
  };
}

async function answer(
  tool: Tool,
  fields: Readonly<Record<string, unknown>>,
  context: ToolContext,
  flagged: readonly string[],
): Promise<unknown> {
  switch (tool.name) {
    case 'fraud_score_partners':
      return {
        asOf: fields.asOf,
        partners: [...flagged, 'honest'].map((partner) => ({
          ...SCORE,
          partner,
          verdict: partner === 'honest' ? 'clean' : 'decline',
        })),
      };
    case 'fraud_collect_evidence':
      return {
        partnerId: fields.partnerId,
        facts: FACTS,
        kinds: ['partner.block', 'partner.warn'],
        evidence: [],
      };
    case 'fraud_propose_block':
    case 'fraud_propose_warning':
      return proposeEffect(tool.name, Draft.parse(fields), context);
    default:
      throw new Refusal('tool_failed', `${tool.name} is not among the fakes.`);
  }
}

async function proposeEffect(name: string, draft: z.infer<typeof Draft>, context: ToolContext) {
  const { partnerId, title, summary, note, answers, subject, body } = draft;
  const effect: Effect =
    name === 'fraud_propose_block'
      ? { kind: 'partner.block', partnerId, network: 'awin', subId: null }
      : { kind: 'partner.warn', partnerId, network: 'awin', subject, body };
  const { proposalId, state, reason } = await propose(
    context.db,
    {
      workflow: 'fraud',
      proposedBy: 'fraud',
      title,
      summary,
      effect,
      evidence: note === null ? [] : [{ type: 'note', title: 'Your comment', text: note }],
      source: null,
      partnerId,
      money: null,
      madeBy: { engine: 'embedded@1', prompt: 'fraud@1', rules: 'fake' },
      dedupeKey: `fraud:${effect.kind}:awin:${partnerId}`,
      answers,
    },
    context,
  );
  return { proposals: [{ proposalId, kind: effect.kind, state, reason: reason ?? null }] };
}
