import { expect, it } from 'vitest';
import type { Queryable } from '../../../db/client.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policies.ts';
import { readApplication } from '../../../src/domain/vetting/read-application.ts';
import { meaningEvidence } from './meaning-evidence.ts';

const PRODUCTS = ['RED MUG', 'OAK LAMP'].map((name, at) => ({ sku: `s${at}`, name, units: 5n }));
const NOW = new Date('2026-11-20T09:00:00Z');
/** Cups one way, everything else another. */
const place = (text: string) => Float32Array.from(/mug|cup|tea/i.test(text) ? [1, 0] : [0, 1]);

function world(brandText = '') {
  const encoded: string[][] = [];
  const context = {
    db: { query: async () => ({ rows: PRODUCTS }) } as unknown as Queryable,
    runId: 'run',
    now: NOW,
    policy: { ...DEFAULT_POLICY, vetting: { ...DEFAULT_POLICY.vetting, brandText } },
    embed: async (texts: readonly string[]) => {
      encoded.push([...texts]);
      return texts.map(place);
    },
  };
  return { context, encoded };
}
function applicationCase(pitch: string, language = 'en') {
  const read = readApplication({ id: 'a', pitch });
  if ('error' in read) throw new Error('unreadable');
  return { application: read.application, asOf: NOW.toISOString(), language };
}

it('names what sells that lies nearest, with how near, and the brand’s own text where there is one', async () => {
  const [note] = await meaningEvidence(
    world('Cups for slow mornings').context,
    applicationCase('I drink too much tea.'),
  );
  expect(note).toMatchObject({ type: 'note', title: 'Near in meaning' });
  expect(JSON.stringify(note)).toMatch(
    /RED MUG \(1\.00\); OAK LAMP \(0\.00\).*own text: 1\.00.*made for English/,
  );
});

it('encodes the catalogue once a run', async () => {
  const { context, encoded } = world();
  await meaningEvidence(context, applicationCase('I drink too much tea.'));
  await meaningEvidence(context, applicationCase('I collect old lamps.'));
  expect(encoded.flat().filter((text) => text === 'RED MUG')).toHaveLength(1);
});

it('says so where the words are not English', async () => {
  const [note] = await meaningEvidence(world().context, applicationCase('Ich sammle alte Lampen.', 'de'));
  expect(JSON.stringify(note)).toContain('another language (de)');
});

it('says nothing without words or an encoder', async () => {
  const { embed: _, ...blind } = world().context;
  expect(await meaningEvidence(blind, applicationCase('I drink too much tea.'))).toEqual([]);
  expect(await meaningEvidence(world().context, applicationCase(''))).toEqual([]);
});
