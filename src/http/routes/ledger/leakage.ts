import { z } from 'zod';
import { LeakageItem } from '../../../domain/http/leakage-view.ts';
import { leakageCsv } from '../../../reports/leakage/leakage-csv.ts';
import { leakageItems } from '../../../reports/leakage/leakage-items.ts';
import { defineApiRoute } from '../../define-api-route.ts';
import { defineRawRoute } from '../../define-raw-route.ts';

const SHOWN_MAX = 500;
const FILE_MAX = 100_000;

export const leakageRoute = defineApiRoute({
  method: 'get',
  path: '/api/leakage',
  role: 'viewer',
  tag: 'ledger',
  summary:
    'What came back after the lock, by partner and currency: leaked, waiting for a clawback, recovered, refused; the most leaked first.',
  answer: z.strictObject({ items: z.array(LeakageItem), nextCursor: z.null() }),
  handle: async (_asked, { pools }) => ({
    items: await leakageItems(pools.app, { limit: SHOWN_MAX }),
    nextCursor: null,
  }),
});

export const leakageCsvRoute = defineRawRoute({
  method: 'get',
  path: '/api/leakage.csv',
  role: 'viewer',
  tag: 'ledger',
  summary: 'The same as CSV, with every partner.',
  answers: { 200: { says: 'The table.', contentType: 'text/csv', schema: null } },
  async serve(_request, response, { pools }) {
    const csv = leakageCsv(await leakageItems(pools.app, { limit: FILE_MAX }));
    response
      .setHeader('Content-Type', 'text/csv; charset=utf-8')
      .setHeader('Content-Disposition', 'attachment; filename="leakage.csv"')
      .setHeader('Cache-Control', 'no-store');
    response.end(csv);
  },
});
