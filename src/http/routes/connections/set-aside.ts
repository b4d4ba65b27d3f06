import { z } from 'zod';
import { listSetAside, type SetAsideRecord } from '../../../../db/queries/connectors/list-set-aside.ts';
import { SetAsideItem } from '../../../domain/connections/connection-item.ts';
import { Refusal } from '../../../domain/errors.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { setAsideCsv } from '../../../reports/set-aside/set-aside-csv.ts';
import { defineApiRoute } from '../../define-api-route.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import { readInput } from '../../requests/read-input.ts';

const FILE_MAX = 100_000;
const Params = z.strictObject({ system: textIn(100) });
const Place = z.tuple([z.string().max(100), z.string().max(200)]);

export const setAsideRoute = defineApiRoute({
  method: 'get',
  path: '/api/connections/:system/set-aside',
  role: 'viewer',
  tag: 'connections',
  summary:
    'Records that a connected system gave and that could not be used, with the reason and as they came.',
  params: Params,
  query: PageQuery,
  answer: pageOf(SetAsideItem),
  async handle({ params: { system }, query: { cursor, limit } }, { pools }) {
    const after = cursor === undefined ? null : placeOf(cursor);
    const rows = await listSetAside(pools.app, { system, after, limit: limit + 1 });
    const items = rows.slice(0, limit).map(itemOf);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        rows.length > limit && last
          ? Buffer.from(JSON.stringify([last.stream, last.record])).toString('base64url')
          : null,
    };
  },
});

export const setAsideCsvRoute = defineRawRoute({
  method: 'get',
  path: '/api/connections/:system/set-aside.csv',
  role: 'viewer',
  tag: 'connections',
  summary: 'The same as CSV.',
  params: Params,
  answers: { 200: { says: 'The records.', contentType: 'text/csv', schema: null } },
  async serve(request, response, { pools }) {
    const { system } = readInput(request, { params: Params, query: null, body: null }).params as z.output<
      typeof Params
    >;
    const rows = await listSetAside(pools.app, { system, after: null, limit: FILE_MAX });
    response
      .setHeader('Content-Type', 'text/csv; charset=utf-8')
      .setHeader('Content-Disposition', 'attachment; filename="set-aside.csv"')
      .setHeader('Cache-Control', 'no-store');
    response.end(setAsideCsv(rows.map(itemOf)));
  },
});

function itemOf({ recordKey, seenAt, ...row }: SetAsideRecord): SetAsideItem {
  return { ...row, record: recordKey, seenAt: seenAt.toISOString() };
}

/** @throws {Refusal} `input_invalid` for what no list of ours gave. */
function placeOf(cursor: string): { stream: string; recordKey: string } {
  try {
    const [stream, recordKey] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { stream, recordKey };
  } catch {
    throw new Refusal('input_invalid', 'This cursor is none that a list gave.');
  }
}
