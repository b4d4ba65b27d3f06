import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';

export interface FakeVideo {
  readonly id: string;
  /** Seconds since 1970. */
  readonly create_time: number;
  readonly [field: string]: unknown;
}

export interface FakeTiktok extends FakeServer {
  /** Tokens of clients that are good; taking one out takes it back. */
  readonly clientTokens: Set<string>;
  /** By Display tokens: whose they are and what they allow. */
  readonly users: Map<string, { readonly scopes: readonly string[]; readonly user: Record<string, unknown> }>;
  /** By user name, newest first. */
  readonly videos: Map<string, FakeVideo[]>;
}

/**
 * Both interfaces as the vendor's pages describe them: fields by name, newest first, pages by cursor (of time in one, of
 * place in the other), errors with a word and a status. Made up accounts.
 *
 * @param pageSize - videos a page, whatever is asked for.
 */
export async function startFakeTiktok({
  nowMs,
  pageSize = 5,
}: {
  readonly nowMs: () => number;
  readonly pageSize?: number;
}): Promise<FakeTiktok> {
  const clientTokens = new Set<string>();
  const users: FakeTiktok['users'] = new Map();
  const videos: FakeTiktok['videos'] = new Map();

  function answer(request: FakeRequest): FakeAnswer {
    const { method, path } = request;
    if (method === 'POST' && path === '/v2/oauth/token/') return tokenOf(new URLSearchParams(request.body));
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (path.startsWith('/v2/research/'))
      return clientTokens.has(token) ? research(request) : failure(401, 'access_token_invalid');
    const account = users.get(token);
    if (account === undefined) return failure(401, 'access_token_invalid');
    if (method === 'GET' && path === '/v2/user/info/') {
      const fields = request.query.get('fields')?.split(',') ?? [];
      const needed = fields.some((field) => /_count$/.test(field)) ? 'user.info.stats' : 'user.info.basic';
      if (!account.scopes.includes(needed)) return failure(401, 'scope_not_authorized');
      return ok({ user: picked(account.user, fields) });
    }
    if (method === 'POST' && path === '/v2/video/list/') {
      if (!account.scopes.includes('video.list')) return failure(401, 'scope_not_authorized');
      const { cursor, max_count: max = 10 } = JSON.parse(request.body) as Record<string, number>;
      if (max > 20) return failure(400, 'invalid_params');
      const before = (cursor ?? nowMs()) / 1_000;
      const older = (videos.get(String(account.user.username)) ?? []).filter(
        ({ create_time: at }) => at < before,
      );
      const page = older.slice(0, pageSize);
      return ok({
        videos: page.map((video) => picked(video, request.query.get('fields')?.split(',') ?? [])),
        cursor: (page.at(-1)?.create_time ?? 0) * 1_000,
        has_more: older.length > page.length,
      });
    }
    return failure(400, 'invalid_params');
  }

  function tokenOf(form: URLSearchParams): FakeAnswer {
    if (form.get('client_secret') !== 'secret')
      return { status: 401, body: { error: 'invalid_client', error_description: 'No.', log_id: '1' } };
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type', log_id: '1' } };
    const token = `clt.${clientTokens.size + 1}`;
    clientTokens.add(token);
    return { status: 200, body: { access_token: token, expires_in: 7_200, token_type: 'Bearer' } };
  }

  function research({ path, query, body }: FakeRequest): FakeAnswer {
    const fields = query.get('fields')?.split(',') ?? [];
    const asked = JSON.parse(body) as Record<string, unknown>;
    if (path === '/v2/research/user/info/') {
      const found = [...users.values()].find(({ user }) => user.username === asked.username);
      return found ? ok(picked(found.user, fields)) : failure(400, 'invalid_params');
    }
    const [start, end] = [asked.start_date, asked.end_date].map((day) =>
      Date.parse(String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
    );
    if (start === undefined || end === undefined || end - start > 30 * 86_400_000)
      return failure(400, 'invalid_params');
    const name = /"field_values":\["([^"]+)"\]/.exec(body)?.[1] ?? '';
    const matching = (videos.get(name) ?? []).filter(
      ({ create_time: at }) => at * 1_000 >= start && at * 1_000 < end + 86_400_000,
    );
    const from = Number(asked.cursor ?? 0);
    const page = matching.slice(from, from + pageSize);
    return ok({
      videos: page.map((video) => picked(video, fields)),
      cursor: from + page.length,
      search_id: '7201388525814961198',
      has_more: from + page.length < matching.length,
    });
  }

  const server = await startFakeServer({ windows: [{ calls: 600, seconds: 60 }], nowMs, answer });
  return { ...server, clientTokens, users, videos };
}

const picked = (record: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => fields.includes(field)));
const ok = (data: unknown): FakeAnswer => ({
  status: 200,
  body: { data, error: { code: 'ok', message: '', log_id: '1' } },
});
/** As the vendor's page on errors: a word, a sentence and a log id. */
export const failure = (status: number, code: string): FakeAnswer => ({
  status,
  body: { data: {}, error: { code, message: 'No.', log_id: '1' } },
});
