import { drawTraits } from './partner-traits.ts';
import type { Planted } from './planted.ts';
import { Random } from './random.ts';
import type { CodeOwners, PartnerRow, PartnerRows } from './rows.ts';
import type { Scenario } from './scenario.ts';
import { simulatePartner } from './simulate-partner.ts';

const DAY = 86_400_000;
/** First midnight after every simulated programme: its as-of date. */
export const SIMULATION_END = Date.UTC(2026, 6, 1);

export interface SimulatedPartner {
  rows: PartnerRows;
  planted: Planted;
}

/** All partners of a programme, one after the other, so that a large one never stands in memory at once. */
export function* simulateProgramme(scenario: Scenario): Generator<SimulatedPartner> {
  const start = SIMULATION_END - scenario.days * DAY;
  for (let index = 1; index <= scenario.partners; index += 1) {
    const random = new Random(scenario.seed * 1_000_003 + index);
    const planted = drawPlanted(random, scenario);
    const traits = drawTraits(random, scenario, planted);
    const network = random.whole(1, scenario.networkTicks.length);
    const ownTick = random.chance(scenario.coarsePartnerShare) ? random.pick([10, 30, 60]) : 1;
    const partner: PartnerRow = {
      partnerId: `p${index}`,
      type: givenType(random, scenario, traits.kind.type),
      network: `n${network}`,
      website: `https://www.site${index}.example.com`,
    };
    const tick = Math.max(ownTick, scenario.networkTicks[network - 1] ?? 1);
    const rows = simulatePartner(random, scenario, partner, traits, start, tick);
    yield { rows: withoutMissing(rows, scenario), planted };
  }
}

/** Every partner owns one code; one more belongs to nobody. */
export function codeOwners(scenario: Scenario): CodeOwners {
  const owners = new Map([['SAVE10', '']]);
  for (let index = 1; index <= scenario.partners; index += 1) owners.set(`OWN-P${index}`, `p${index}`);
  return owners;
}

function drawPlanted(random: Random, scenario: Scenario): Planted {
  const kinds = Object.entries(scenario.planted) as [Planted, number][];
  const rest = 1 - kinds.reduce((sum, [, share]) => sum + share, 0);
  return kinds[random.weighted([...kinds.map(([, share]) => share), rest])]?.[0] ?? 'honest';
}

function givenType(random: Random, scenario: Scenario, type: string): string {
  if (scenario.typesGiven === 'none') return '';
  return scenario.typesGiven === 'most' && random.chance(0.1) ? '' : type;
}

/** Takes out what this programme's files do not have. */
function withoutMissing(rows: PartnerRows, scenario: Scenario): PartnerRows {
  for (const click of rows.clicks) {
    if (!scenario.visitorIds) click.visitorId = '';
    if (!scenario.referrers) click.referrer = '';
    if (!scenario.ipHashes) click.ipHash = '';
    if (!scenario.userAgents) click.userAgent = '';
    if (!scenario.devices) click.device = '';
  }
  for (const conversion of rows.conversions) {
    if (!scenario.customerTypes) conversion.customerType = '';
    if (!scenario.devices) conversion.device = '';
  }
  if (!scenario.visitorIds) for (const order of rows.orders) order.visitorId = '';
  if (scenario.siteEvents === 'none') rows.siteEvents = [];
  if (scenario.clicks === 'none') rows.clicks = [];
  return rows;
}
