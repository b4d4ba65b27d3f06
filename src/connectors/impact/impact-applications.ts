import { z } from 'zod';
import type { ApplicationFeed, ApplicationPage } from '../../domain/networks/application-feed.ts';
import type { SetAside } from '../../domain/networks/network-transaction.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { ImpactPartner, impactApplicant } from './impact-applicant.ts';
import { type ImpactCredentials, impactClient } from './impact-client.ts';

/** An address holds this many ids. */
const PAGE_SIZE = 50;
const PAGES_MAX = 100;

const Contract = z.looseObject({
  Id: SaidText,
  PartnerId: SaidText,
  Status: SaidText,
  DateCreated: SaidText,
  BrandSignatoryDate: SaidText,
  PartnerSignatoryDate: SaidText,
});
type Contract = z.infer<typeof Contract>;
const Contracts = z.looseObject({ '@numpages': SaidText, Contracts: z.array(z.unknown()).nullish() });
const Partners = z.looseObject({ Partners: z.array(z.unknown()).nullish() });

/**
 * Applications that wait at impact.com: pending contracts of the programme that the partner has signed and the brand has
 * not, each with what impact.com tells of that partner. Claim: documented; built from the vendor's specification of its
 * Contracts and Partners endpoints, not run against a live account.
 */
export function impactApplications(
  credentials: ImpactCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = impactClient(credentials, deps),
): ApplicationFeed {
  const { campaignId } = credentials;

  async function contractsOf(from: Date, page: number, signal: AbortSignal) {
    const query = {
      Status: 'PENDING',
      DateLastUpdatedAfter: `${from.toISOString().slice(0, 19)}Z`,
      Page: String(page),
      PageSize: String(PAGE_SIZE),
    };
    const path = `/Campaigns/${campaignId}/Contracts`;
    const answer = await ask(client, { method: 'GET', path, query, signal }, Contracts);
    return { pages: Math.max(1, Number(answer['@numpages']) || 1), contracts: answer.Contracts ?? [] };
  }

  /** Ids that impact.com tells nothing of are absent. */
  async function partnersOf(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, ImpactPartner>> {
    if (ids.length === 0) return new Map();
    const query = { Id: ids.join(','), PageSize: String(PAGE_SIZE) };
    const answer = await ask(client, { method: 'GET', path: '/MediaPartners', query, signal }, Partners);
    const partners = (answer.Partners ?? []).flatMap((raw) => ImpactPartner.safeParse(raw).data ?? []);
    return new Map(partners.map((partner) => [partner.Id, partner]));
  }

  return {
    network: 'impact',
    async *readApplications({ from, until }, signal): AsyncGenerator<ApplicationPage> {
      let pages = 1;
      for (let page = 1; page <= Math.min(pages, PAGES_MAX); page += 1) {
        const found = await contractsOf(from, page, signal);
        pages = found.pages;
        const { waiting, setAside } = sorted(found.contracts);
        const ids = [...new Set(waiting.map(({ PartnerId }) => PartnerId))];
        const partners = await partnersOf(ids, signal);
        const isJoined = ({ PartnerId }: Contract): boolean =>
          partners.get(PartnerId)?.Programs.some(({ Id }) => Id === campaignId) === true;
        const joined = waiting.filter(isJoined).length;
        const isLast = page >= Math.min(pages, PAGES_MAX);
        yield {
          applications: waiting
            .filter((contract) => !isJoined(contract))
            .map(({ Id, PartnerId, DateCreated }) => ({
              applicationId: Id,
              receivedAt: new Date(DateCreated),
              applicant: impactApplicant(
                Id,
                partners.get(PartnerId) ?? ImpactPartner.parse({ Id: PartnerId }),
              ),
            })),
          setAside,
          completeUntil: isLast && pages <= PAGES_MAX ? until : null,
          gaps: [
            ...(joined === 0
              ? []
              : [`${joined} new terms that partners of the programme propose are left to impact.com.`]),
            ...(isLast && pages > PAGES_MAX
              ? [`More than ${PAGES_MAX * PAGE_SIZE} applications wait at impact.com; the rest was not read.`]
              : []),
          ],
        };
      }
    },
  };
}

/** What waits for the brand; what the brand itself has proposed waits for the partner. */
function sorted(raws: readonly unknown[]): {
  readonly waiting: readonly Contract[];
  readonly setAside: readonly SetAside[];
} {
  const waiting: Contract[] = [];
  const setAside: SetAside[] = [];
  for (const raw of raws) {
    const { data } = Contract.safeParse(raw);
    if (data === undefined || !isUsable(data)) {
      setAside.push({ id: data?.Id || null, problem: 'This is no pending contract of impact.com.', raw });
    } else if (data.BrandSignatoryDate === '' || data.PartnerSignatoryDate !== '') waiting.push(data);
  }
  return { waiting, setAside };
}

const isUsable = ({ Id, PartnerId, Status, DateCreated }: Contract): boolean =>
  /^[\w-]{1,60}$/.test(Id) &&
  /^\d{1,20}$/.test(PartnerId) &&
  /^pending$/i.test(Status) &&
  !Number.isNaN(Date.parse(DateCreated));
