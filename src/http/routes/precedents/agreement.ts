import { z } from 'zod';
import { decisionCounts } from '../../../../db/queries/precedents/decision-counts.ts';
import { Agreement, agreementOf } from '../../../domain/precedents/agreement.ts';
import { defineApiRoute } from '../../define-api-route.ts';

const DAY_MS = 86_400_000;

export const agreementRoute = defineApiRoute({
  method: 'get',
  path: '/api/agreement',
  role: 'viewer',
  tag: 'proposals',
  summary: 'How often people took each kind of proposal as it was, and whether that suggests a wider policy.',
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(3_650).default(365) }),
  answer: z.strictObject({ since: z.iso.datetime(), items: z.array(Agreement) }),
  async handle({ query }, { pools, now }) {
    const since = new Date(now().getTime() - query.days * DAY_MS);
    const counts = await decisionCounts(pools.app, since);
    return { since: since.toISOString(), items: counts.map(agreementOf) };
  },
});
