import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/domain/policies.ts';
import { readApplication } from '../../../src/domain/vetting/read-application.ts';
import { vetBatch } from '../../../src/domain/vetting/vet-batch.ts';
import truth from './applications-truth.json' with { type: 'json' };
import { demoApplications } from './demo-applications.ts';

const LOADED = new Date('2026-05-18T12:00:00Z');
const applications = demoApplications(LOADED);
const labels: Readonly<Record<string, { decision: string; flags: string[] }>> = truth;

it('holds sixty applications of the days before, each with a label, with addresses in .example alone', () => {
  expect(applications).toHaveLength(60);
  expect(applications.map(({ applicant }) => applicant.id)).toEqual(Object.keys(labels));
  const addresses = JSON.stringify(applications).match(/[\w.+-]+@[\w.-]+\.\w+/g) ?? [];
  expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  for (const { receivedAt } of applications)
    expect(receivedAt.getTime()).toBeLessThanOrEqual(LOADED.getTime());
});

it('is decided as its labels say in nine of ten cases, and has each labelled flag found in nine of ten', () => {
  const read = applications.map(({ applicant }) => readApplication(applicant));
  const readable = read.filter((element) => 'application' in element);
  const vetted = [...vetBatch(readable, { policy: DEFAULT_POLICY.vetting, now: LOADED })];
  const agreed = vetted.filter(({ id, decision }) => labels[id]?.decision === decision);
  expect(agreed.length / vetted.length).toBeGreaterThanOrEqual(0.9);
  const wanted = vetted.flatMap(({ id, flags }) =>
    (labels[id]?.flags ?? []).map((flag) => flags.some((found) => found === flag)),
  );
  expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.9);
});
