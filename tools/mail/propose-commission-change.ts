import { z } from 'zod';
import { rateAt } from '../../db/queries/rates/rate-at.ts';
import { salesLately } from '../../db/queries/rates/sales-lately.ts';
import { percentWords } from '../../src/domain/answers/percent-words.ts';
import { rateStart } from '../../src/domain/proposals/rate-start.ts';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { mailArguments, mailInput } from './case/mail-input.ts';
import { openMailCase } from './case/open-mail-case.ts';
import { notCalledFor, putMailWish } from './case/put-mail-wish.ts';

const KIND = 'commission.change';

export const proposeCommissionChange = defineTool({
  name: 'mail_propose_commission_change',
  description:
    'Propose the rate that a partner’s own figures bear, after it asked for more. Computed from margin and break-even. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(mailInput),
  arguments: mailArguments,
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const mailCase = await openMailCase(context, input.mailId, input.asOf);
    const { state, plan, facts } = mailCase;
    const { partnerId } = state;
    const { raise } = facts;
    if (!plan.raisesRate || partnerId === null || raise === null || raise.offeredBps === null) {
      return notCalledFor(KIND, 'The partner’s own figures bear no higher rate.');
    }
    const startsAt = rateStart(context.now, context.policy.proposalLifetimeHours);
    const fromBps = await rateAt(context.db, { partnerId, skuGroup: null, at: new Date(startsAt) });
    if (fromBps !== raise.currentBps) {
      return notCalledFor(KIND, 'Another rate is already agreed for when this one would start.');
    }
    const currency = context.programmeCurrency;
    const sales = await salesLately(context.db, { partnerId, currency, asOf: new Date(input.asOf) });
    const extra = (sales * BigInt(raise.offeredBps - fromBps)) / 10_000n;
    const breakEven =
      raise.breakEvenBps === null ? '' : ` Break-even is at ${percentWords(raise.breakEvenBps)}.`;
    return putMailWish(
      {
        effect: {
          kind: KIND,
          partnerId,
          network: raise.network,
          skuGroup: null,
          fromBps,
          toBps: raise.offeredBps,
          startsAt,
          endsAt: null,
        },
        title: `Raise the commission to ${percentWords(raise.offeredBps)} (today ${percentWords(fromBps)})`,
        summary: `The partner asked for more. ${raise.why}${breakEven} At stake is what the last 30 days’ sales would have cost more.`,
        evidence: [],
        money: { micros: extra.toString(), currency },
        dedupeKey: `inbox:${KIND}:${raise.network}:${partnerId}`,
      },
      mailCase,
      input,
      context,
    );
  },
});
