import { expect, it } from 'vitest';
import truth from '../../db/demo/applications/applications-truth.json' with { type: 'json' };
import { demoApplications } from '../../db/demo/applications/demo-applications.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { readApplication } from '../domain/vetting/read-application.ts';
import { vetBatch } from '../domain/vetting/vet-batch.ts';
import { readTexts } from './read-texts.ts';

const NOW = new Date('2026-05-18T12:00:00Z');
const labels: Readonly<Record<string, { decision: string; flags: string[] }>> = truth;

it('leaves the demo’s decisions as labelled in nine of ten cases, and declines nobody the rules would not', async () => {
  const read = demoApplications(NOW)
    .map(({ applicant }) => readApplication(applicant))
    .filter((element) => 'application' in element);
  const readings = await readTexts(read.map(({ application }) => application));
  const context = { policy: DEFAULT_POLICY.vetting, now: NOW };
  const byRule = [...vetBatch(read, context)];
  const vetted = [...vetBatch(read, { ...context, readings: (at) => readings[at] })];

  const agreed = vetted.filter(({ id, decision }) => labels[id]?.decision === decision);
  expect(agreed.length / vetted.length).toBeGreaterThanOrEqual(0.9);
  const declined = (vettings: typeof vetted) =>
    vettings.filter(({ decision }) => decision === 'decline').map(({ id }) => id);
  expect(declined(byRule)).toEqual(expect.arrayContaining(declined(vetted)));
});
