import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkApplication } from '../../domain/networks/application-feed.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { impactApplications } from './impact-applications.ts';
import { ImpactCredentials } from './impact-client.ts';
import {
  type FakeApplications,
  fakeContract,
  fakePartner,
  startFakeApplications,
} from './testing/fake-impact-applications.ts';

const TIME = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-03-01T12:00:00Z') };
let clock = madeUpSurroundings();
let impact: FakeApplications;
beforeEach(async () => {
  clock = madeUpSurroundings();
  impact = await startFakeApplications(clock);
});
afterEach(async () => {
  expect(impact.exceeded).toEqual([]);
  await impact.close();
});

async function readAll(authToken = 'token-of-impact') {
  const feed = impactApplications(
    ImpactCredentials.parse({ accountSid: 'SID1', authToken, campaignId: '1000', baseUrl: impact.baseUrl }),
    { surroundings: clock, attemptsMax: 2 },
  );
  const applications: NetworkApplication[] = [];
  const seen = { aside: 0, gaps: [] as string[], until: null as Date | null };
  for await (const page of feed.readApplications(TIME, AbortSignal.timeout(5_000))) {
    applications.push(...page.applications);
    seen.aside += page.setAside.length;
    seen.gaps.push(...page.gaps);
    seen.until = page.completeUntil;
  }
  return { applications, ...seen };
}

describe('impactApplications', () => {
  it('reads who applied, with their site, words and primary contact', async () => {
    impact.contracts.push(fakeContract(1));
    impact.partners.push(fakePartner(1));
    expect((await readAll()).applications).toEqual([
      {
        applicationId: 'P-25070001',
        receivedAt: new Date('2026-02-20T18:00:00Z'),
        applicant: {
          id: 'P-25070001',
          platform: 'website',
          handle: 'blog-1.example',
          name: 'Maya',
          email: 'maya@blog-1.example',
          region: 'GB',
          url: 'https://blog-1.example',
          bio: 'Tables, tea and what I mend on Sundays.',
          promotional_method: 'CONTENT',
          network_partner_id: '10001',
        },
      },
    ]);
  });

  it('reads the account of who promotes there, and says who lives of coupons', async () => {
    impact.contracts.push(fakeContract(1), fakeContract(2));
    impact.partners.push(
      fakePartner(1, {
        PromotionalMethods: [{ Type: 'SOCIAL_MEDIA_INFLUENCER', IsPrimary: true }],
        Properties: [{ Type: 'SOCIAL', Platform: 'TIKTOK', Url: 'https://www.tiktok.com/@maya.moves' }],
      }),
      fakePartner(2, { PromotionalMethods: [{ Type: 'COUPON', IsPrimary: true }] }),
    );
    expect((await readAll()).applications.map(({ applicant }) => applicant)).toMatchObject([
      { platform: 'tiktok', handle: '@maya.moves' },
      { platform: 'website: coupons and rewards' },
    ]);
  });

  it('leaves to impact.com what the brand itself proposed, and new terms of those who joined', async () => {
    impact.contracts.push(
      fakeContract(1, { BrandSignatoryDate: '2026-02-20T00:00:00Z', PartnerSignatoryDate: '' }),
      fakeContract(2),
      fakeContract(3, { Status: 'ACTIVE' }),
    );
    impact.partners.push(fakePartner(2, { Programs: [{ Id: '1000', Name: 'Ours' }] }));
    const { applications, gaps } = await readAll();
    expect(applications).toEqual([]);
    expect(gaps).toEqual(['1 new terms that partners of the programme propose are left to impact.com.']);
  });

  it('loses nobody of whom impact.com tells no more than an id', async () => {
    impact.contracts.push(fakeContract(1));
    expect((await readAll()).applications).toMatchObject([
      { applicant: { id: 'P-25070001', handle: '', network_partner_id: '10001' } },
    ]);
  });

  it('reads every page, through faults, and says how far it came', async () => {
    for (let at = 0; at < 120; at += 1) {
      impact.contracts.push(fakeContract(at));
      impact.partners.push(fakePartner(at));
    }
    impact.failNext(['lose-answer', null, { status: 500, body: '' }]);
    const { applications, until } = await readAll();
    expect(new Set(applications.map(({ applicationId }) => applicationId)).size).toBe(120);
    expect(applications.every(({ applicant }) => applicant.email !== undefined)).toBe(true);
    expect(until).toEqual(TIME.until);
  });

  it('asks for what changed since, sets aside what is no contract, and refuses a wrong token', async () => {
    impact.contracts.push(
      fakeContract(1, { DateLastUpdated: '2025-12-01T00:00:00Z' }),
      { ...fakeContract(2), PartnerId: 'nobody' as unknown as number },
      fakeContract(3, { DateCreated: 'soon' }),
    );
    expect(await readAll()).toMatchObject({ applications: [], aside: 2 });
    await expect(readAll('wrong')).rejects.toMatchObject({ code: 'system_sign_in_refused' });
  });
});
