import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';

export interface FakeRakutenRow {
  readonly etransaction_id: string;
  readonly process_date: string;
  readonly transaction_date: string;
  readonly [field: string]: unknown;
}

/** Rakuten's events as they are described: a token for some hours, pages of at most 1,000, nothing older than 30 days. */
export async function startFakeRakuten(
  rows: FakeRakutenRow[],
  { nowMs }: { readonly nowMs: () => number },
): Promise<FakeServer & { readonly rows: FakeRakutenRow[]; endTokens(): void }> {
  let tokens = 0;
  let tokenUntilMs = 0;

  const answer = ({ headers, method, path, query, body }: FakeRequest): FakeAnswer => {
    if (path === '/token' && method === 'POST') {
      const key = `Bearer ${Buffer.from('client:secret').toString('base64')}`;
      if (headers.authorization !== key || body !== 'scope=77')
        return { status: 401, body: { fault: 'invalid' } };
      tokens += 1;
      tokenUntilMs = nowMs() + 3_600_000;
      return {
        status: 200,
        body: { access_token: `token-${tokens}`, expires_in: 3_600, token_type: 'bearer' },
      };
    }
    if (headers.authorization !== `Bearer token-${tokens}` || nowMs() >= tokenUntilMs)
      return { status: 401, body: '' };
    if (path !== '/events/1.0/transactions') return { status: 404, body: '' };
    const kind = query.has('process_date_start') ? 'process' : 'transaction';
    const from = Date.parse(`${query.get(`${kind}_date_start`)?.replace(' ', 'T')}Z`);
    const until = Date.parse(`${query.get(`${kind}_date_end`)?.replace(' ', 'T')}Z`);
    if (!(from >= nowMs() - 30 * 86_400_000)) return { status: 400, body: { errors: 'older than 30 days' } };
    const limit = Number(query.get('limit'));
    if (!(limit > 0 && limit <= 1_000)) return { status: 400, body: { errors: 'limit' } };
    const matching = rows.filter((row) => {
      const at = Date.parse(row[`${kind}_date`]);
      return at >= from && at <= until;
    });
    const start = (Number(query.get('page')) - 1) * limit;
    return { status: 200, body: matching.slice(start, start + limit) };
  };
  const server = await startFakeServer({ windows: [{ calls: 60, seconds: 60 }], nowMs, answer });
  return {
    ...server,
    rows,
    endTokens: () => {
      tokenUntilMs = 0;
    },
  };
}
