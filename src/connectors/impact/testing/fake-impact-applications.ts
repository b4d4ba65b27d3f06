import { type FakeAnswer, type FakeServer, startFakeServer } from '../../http/testing/fake-server.ts';

export interface FakeContract {
  readonly Id: string;
  readonly PartnerId: number;
  Status: string;
  DateLastUpdated: string;
  readonly [field: string]: unknown;
}

export interface FakeApplications extends FakeServer {
  readonly contracts: FakeContract[];
  readonly partners: Record<string, unknown>[];
}

const BASE = '/Advertisers/SID1';

/**
 * The Contracts and Partners lists of impact.com's Brand API as its specification describes them: contracts of one
 * programme by status and date of change, partners by their ids, page by page. Made up partners.
 */
export async function startFakeApplications({
  nowMs,
}: {
  readonly nowMs: () => number;
}): Promise<FakeApplications> {
  const contracts: FakeContract[] = [];
  const partners: Record<string, unknown>[] = [];
  const basic = `Basic ${Buffer.from('SID1:token-of-impact').toString('base64')}`;

  const server = await startFakeServer({
    windows: [{ calls: 1_000, seconds: 3_600 }],
    nowMs,
    answer({ path, query, headers }) {
      if (headers.authorization !== basic)
        return { status: 401, body: { Status: 'ERROR', Message: 'Access Denied' } };
      if (path === `${BASE}/MediaPartners`) {
        const ids = query.get('Id')?.split(',') ?? [];
        return paged(
          'Partners',
          partners.filter(({ Id }) => ids.includes(String(Id))),
          query,
        );
      }
      if (path !== `${BASE}/Campaigns/1000/Contracts`) return { status: 404, body: { Status: 'ERROR' } };
      const status = query.get('Status') ?? 'ACTIVE';
      const after = Date.parse(query.get('DateLastUpdatedAfter') ?? '1970-01-01');
      const found = contracts.filter(
        ({ Status, DateLastUpdated }) => Status === status && Date.parse(DateLastUpdated) >= after,
      );
      return paged('Contracts', found, query);
    },
  });
  return { ...server, contracts, partners };
}

function paged(name: string, all: readonly unknown[], query: URLSearchParams): FakeAnswer {
  const [page, size] = [Number(query.get('Page') ?? 1), Number(query.get('PageSize') ?? 100)];
  return {
    status: 200,
    body: {
      '@page': String(page),
      '@numpages': String(Math.max(1, Math.ceil(all.length / size))),
      '@total': String(all.length),
      [name]: all.slice((page - 1) * size, page * size),
    },
  };
}

/** A contract that a partner has signed and that waits for the brand. */
export const fakeContract = (at: number, more: Partial<FakeContract> = {}): FakeContract => ({
  Id: `P-${25_070_000 + at}`,
  PartnerId: 10_000 + at,
  Status: 'PENDING',
  BrandSignatoryDate: '',
  PartnerSignatory: 'Partner Person',
  PartnerSignatoryDate: '2026-02-20T10:00:00-08:00',
  DateCreated: '2026-02-20T10:00:00-08:00',
  DateLastUpdated: '2026-02-20T10:00:00-08:00',
  TemplateTerms: { TemplateId: 99_999, Name: 'Public Terms' },
  ...more,
});

export const fakePartner = (at: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  Id: String(10_000 + at),
  Name: `Blog ${at}`,
  Description: 'Tables, tea and what I mend on Sundays.',
  Website: `https://blog-${at}.example`,
  State: 'ACTIVE',
  Address: { Country: 'GB' },
  PromotionalMethods: [{ Type: 'CONTENT', IsPrimary: true }],
  PromotionalCountries: ['GB'],
  Properties: [{ Id: 'P-1', Type: 'WEBSITE', Platform: 'WEB', Url: `https://blog-${at}.example` }],
  Programs: [],
  Contacts: [
    { FirstName: 'Tom', Email: 'office@blog.example', IsPrimary: false },
    { FirstName: 'Maya', Email: `maya@blog-${at}.example`, IsPrimary: true },
  ],
  ...more,
});
