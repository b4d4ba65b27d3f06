import { z } from 'zod';
import { Refusal } from '../../../domain/errors.ts';
import { PartnerStatement } from '../../../domain/http/statement-view.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { partnerStatement } from '../../../reports/statement/partner-statement.ts';
import { statementCsv } from '../../../reports/statement/statement-csv.ts';
import { STATEMENT_CSP, statementHtml } from '../../../reports/statement/statement-html.ts';
import { defineApiRoute } from '../../define-api-route.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { Door } from '../../door.ts';
import { readInput } from '../../requests/read-input.ts';
import type { Route } from '../../route.ts';

/** Lines in one document; a spreadsheet takes more than a page does. */
const LINES = { json: 1_000, page: 1_000, csv: 100_000 } as const;

const Params = z.strictObject({ id: textIn(200) });
const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const Query = z.strictObject({ from: Time.optional(), until: Time.optional() });

export const statementRoute = defineApiRoute({
  method: 'get',
  path: '/api/partners/:id/statement',
  role: 'viewer',
  tag: 'partners',
  summary:
    'A partner’s statement: balances, totals and each commissioned line of orders from `from` until `until` (the last 92 days).',
  params: Params,
  query: Query,
  answer: PartnerStatement,
  handle: ({ params, query }, { pools, now }) =>
    partnerStatement(pools.app, { partnerId: params.id, ...query, now: now(), limit: LINES.json }),
});

export const statementCsvRoute = document('csv', 'text/csv; charset=utf-8', LINES.csv, async (statement) =>
  Buffer.from(statementCsv(statement)),
);

export const statementHtmlRoute = document(
  'html',
  'text/html; charset=utf-8',
  LINES.page,
  async (statement) => Buffer.from(statementHtml(statement)),
);

export const statementPdfRoute = document(
  'pdf',
  'application/pdf',
  LINES.page,
  async (statement, { printPdf }) => {
    if (!printPdf) throw new Refusal('browser_missing', 'This server has no browser to print with.');
    return printPdf(statementHtml(statement));
  },
);

/** The statement as a file of one kind. */
function document(
  ending: 'csv' | 'html' | 'pdf',
  contentType: string,
  limit: number,
  write: (statement: PartnerStatement, door: Door) => Promise<Uint8Array>,
): Route {
  return defineRawRoute({
    method: 'get',
    path: `/api/partners/:id/statement.${ending}`,
    role: 'viewer',
    tag: 'partners',
    summary: `A partner’s statement as ${ending.toUpperCase()}.`,
    params: Params,
    query: Query,
    answers: {
      200: { says: 'The statement.', contentType: contentType.split(';')[0] ?? contentType, schema: null },
    },
    async serve(request, response, door) {
      const input = readInput(request, { params: Params, query: Query, body: null });
      // The schemas are this route's own, so what they give is what is read here.
      const { id } = input.params as z.output<typeof Params>;
      const span = input.query as z.output<typeof Query>;
      const statement = await partnerStatement(door.pools.app, {
        partnerId: id,
        ...span,
        now: door.now(),
        limit,
      });
      const bytes = await write(statement, door);
      const isShown = ending === 'html';
      response
        .setHeader('Content-Type', contentType)
        .setHeader('Content-Disposition', isShown ? 'inline' : `attachment; filename="statement.${ending}"`)
        .setHeader('Cache-Control', 'no-store');
      if (isShown) response.setHeader('Content-Security-Policy', STATEMENT_CSP);
      response.end(bytes);
    },
  });
}
