import { MemorySaver } from '@langchain/langgraph';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_POLICY } from '../src/domain/policies.ts';
import { createEmbeddedEngine } from '../src/model/embedded/create-embedded-engine.ts';
import { callTool } from '../tools/call-tool.ts';
import { defineTool } from '../tools/define-tool.ts';
import { capabilitiesOf, isDangerous } from './capabilities.ts';
import { COUPON_NODES, createCouponWatchGraph } from './coupon-watch.ts';
import { defineNode } from './define-node.ts';
import { createEarlyLockGraph, EARLY_LOCK_NODES } from './early-locks.ts';
import { createFraudGraph, FRAUD_NODES } from './fraud.ts';
import type { GraphDeps } from './graph-deps.ts';
import { createInboxGraph, INBOX_NODES } from './inbox.ts';
import { createOrchestrator, WORKFLOWS } from './orchestrator.ts';
import { createReconciliationGraph, RECONCILIATION_NODES } from './reconciliation.ts';
import { createVettingGraph, VETTING_NODES } from './vetting.ts';

const deps: GraphDeps = {
  db: { query: () => Promise.reject(new Error('no database')) },
  engine: createEmbeddedEngine(),
  policy: DEFAULT_POLICY,
  callTool,
  now: () => new Date(0),
  refreshSketches: async () => undefined,
  watchSources: async () => ({ sources: 0, failed: 0, sightings: 0, gone: 0 }),
  refreshReconciliation: async () => ({ orders: 0 }),
  recordCase: async () => '',
  recordTriage: async () => undefined,
  takeApplicationMail: async () => false,
  seePictures: async () => 0,
  observeProfiles: async () => 0,
  readSites: async () => 0,
  readTexts: async () => [],
  recordVetting: async () => undefined,
  recordStep: () => undefined,
};
/** Every node of every workflow. A workflow that is missing here fails the first test. */
const NODES = {
  fraud: FRAUD_NODES,
  inbox: INBOX_NODES,
  vetting: VETTING_NODES,
  'coupon-watch': COUPON_NODES,
  reconciliation: RECONCILIATION_NODES,
  'early-locks': EARLY_LOCK_NODES,
};
/** The reconciliation hands some of its work items on. */
const PARTS = [...WORKFLOWS, 'early-locks'] as const;
const GRAPHS = {
  fraud: createFraudGraph(deps),
  inbox: createInboxGraph(deps),
  vetting: createVettingGraph(deps),
  'coupon-watch': createCouponWatchGraph(deps),
  reconciliation: createReconciliationGraph(deps),
  'early-locks': createEarlyLockGraph(deps),
};

const tool = (effect: 'reads' | 'proposes', strangersText: boolean, privateData: boolean) =>
  defineTool({
    name: 'x_y',
    description: 'x',
    effect,
    exposure: { strangersText, privateData },
    input: z.strictObject({}),
    arguments: {},
    output: z.unknown(),
    limits: { seconds: 1 },
    run: async () => null,
  });

describe('the capability matrix', () => {
  it('holds every node of every workflow', async () => {
    expect(Object.keys(NODES)).toEqual([...PARTS]);
    const { nodes } = await createOrchestrator(deps, new MemorySaver()).getGraphAsync();
    expect(Object.keys(nodes).filter((name) => !name.startsWith('__'))).toEqual([...PARTS]);
    for (const workflow of PARTS) {
      const drawn = Object.keys((await GRAPHS[workflow].getGraphAsync()).nodes);
      expect(drawn.filter((name) => !name.startsWith('__')).sort()).toEqual(
        NODES[workflow].map(({ name }) => name).sort(),
      );
    }
  });

  it.each(PARTS)('has no node of %s that reads strangers, sees private data and proposes', (workflow) => {
    const rows = NODES[workflow].map(capabilitiesOf);
    expect(rows.filter(isDangerous)).toEqual([]);
    expect(rows.filter(({ changesState }) => changesState).map(({ node }) => node)).toEqual(['propose']);
  });

  it('sees each of the three, and refuses a node that has them all', () => {
    const node = (tools: ReturnType<typeof tool>[]) => ({
      name: 'n',
      tools,
      agent: null,
      run: async () => ({}),
    });
    expect(capabilitiesOf(node([tool('reads', true, false)])).readsStrangers).toBe(true);
    expect(capabilitiesOf(node([tool('reads', false, true)])).seesPrivate).toBe(true);
    expect(capabilitiesOf(node([tool('proposes', false, false)])).changesState).toBe(true);
    expect(() => defineNode(node([tool('proposes', true, true)]))).toThrow('reads strangers');
    expect(() => defineNode(node([tool('reads', true, true), tool('proposes', false, false)]))).toThrow();
    expect(() => defineNode(node([tool('reads', true, true)]))).not.toThrow();
  });
});
