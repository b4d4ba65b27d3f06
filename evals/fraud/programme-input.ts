import type { FraudPolicy } from '../../src/domain/fraud/fraud-policy.ts';
import { fraudWindows, windowOf } from '../../src/domain/fraud/fraud-windows.ts';
import type { FraudInput } from '../../src/domain/fraud/sketch.ts';
import { sumSketches } from '../../src/domain/fraud/sum-sketches.ts';
import { eventsByVisitor } from './coverage.ts';
import type { Planted } from './planted.ts';
import type { Scenario } from './scenario.ts';
import { codeOwners, SIMULATION_END, simulateProgramme } from './simulate-programme.ts';
import { sketchClicks } from './sketch-clicks.ts';
import { sketchConversions } from './sketch-conversions.ts';

const DAY = 86_400_000;

/** A simulated programme as scoring reads it, and what each partner really is. */
export interface SimulatedInput {
  input: FraudInput;
  planted: ReadonlyMap<string, Planted>;
}

/** Simulates a programme and sketches it partner by partner; days of one window are added. */
export function simulateInput(scenario: Scenario, policy: FraudPolicy): SimulatedInput {
  const start = SIMULATION_END - scenario.days * DAY;
  const asOf = new Date(SIMULATION_END - 1).toISOString();
  const historyFrom = new Date(start).toISOString().slice(0, 10);
  const windows = fraudWindows(asOf, historyFrom, policy);
  const owners = codeOwners(scenario);
  const coverage = scenario.siteEvents === 'none' ? null : { first: start, last: SIMULATION_END };
  const input: FraudInput = { asOf, historyFrom, partners: [], conversions: [], clicks: [] };
  const planted = new Map<string, Planted>();
  for (const { rows, planted: truth } of simulateProgramme(scenario)) {
    const events = eventsByVisitor(rows.siteEvents);
    const conversions = sketchConversions(rows, events, coverage, owners);
    const cells = Map.groupBy(conversions, ({ day, network, device, customerType, currency }) =>
      [windowOf(day, windows), network, device, customerType, currency].join('\t'),
    );
    input.conversions.push(...[...cells.values()].map((cell) => sumSketches(cell)));
    const clicks = sketchClicks(rows.partner, rows.clicks, events, coverage);
    if (clicks.length > 0) input.clicks.push(sumSketches(clicks));
    const buyers = rows.orders
      .map(({ customerId, visitorId }) => customerId || visitorId)
      .filter((buyer) => buyer !== '');
    input.partners.push({
      partnerId: rows.partner.partnerId,
      type: rows.partner.type,
      buyers: { known: buyers.length, distinct: new Set(buyers).size },
    });
    planted.set(rows.partner.partnerId, truth);
  }
  return { input, planted };
}
