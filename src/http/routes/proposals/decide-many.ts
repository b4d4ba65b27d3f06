import type { z } from 'zod';
import { correctableNetworks } from '../../../domain/connections/correctable-networks.ts';
import { Refusal } from '../../../domain/errors.ts';
import { BulkDecisionsRequest, bulkDecisionsAnswer } from '../../../domain/http/bulk-decisions.ts';
import type { Problem } from '../../../domain/http/problem.ts';
import { DecisionOutcome } from '../../../domain/proposals/decision-outcome.ts';
import { decide } from '../../../gate/decide.ts';
import { defineApiRoute } from '../../define-api-route.ts';
import { problemOf } from '../../problems/problem-of.ts';
import { decisionInput } from '../../requests/decision-input.ts';

const Answer = bulkDecisionsAnswer(DecisionOutcome);
type Item = z.input<typeof Answer>['items'][number];

export const decideManyRoute = defineApiRoute({
  method: 'post',
  path: '/api/proposals/decisions',
  role: 'approver',
  tag: 'proposals',
  summary: 'Decide several proposals, each bound to its own hash and each for itself.',
  body: BulkDecisionsRequest,
  answer: Answer,
  async handle({ body, by, requestId }, { pools, policy, smtp = false, connections = [], now, log }) {
    const items: Item[] = [];
    // What is no refusal concerns the ones that follow too, and they are not tried: but what was done stays told.
    let broken: Problem | null = null;
    // One after the other: each is a transaction of its own, and later ones see what earlier ones used up of a cap.
    for (const { id, ...decision } of body.decisions) {
      if (broken) {
        items.push({ id, ok: false, problem: broken });
        continue;
      }
      try {
        const outcome = await decide(pools.app, decisionInput(id, decision), by, {
          now: now(),
          policy,
          smtp,
          networks: correctableNetworks(connections),
        });
        items.push({ id, ok: true, outcome });
      } catch (error) {
        const problem = problemOf(error, requestId);
        items.push({ id, ok: false, problem });
        if (error instanceof Refusal) continue;
        log.error({ requestId, error }, problem.code);
        broken = problem;
      }
    }
    return { items };
  },
});
