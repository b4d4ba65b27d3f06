import assert from 'node:assert';
import { indexBatch } from '../../src/domain/vetting/batch/batch-index.ts';
import { withObserved } from '../../src/domain/vetting/profile/with-observed.ts';
import { readApplication as parseApplication } from '../../src/domain/vetting/read-application.ts';
import { siteReading } from '../../src/domain/vetting/site/site-reading.ts';
import { vetApplication } from '../../src/domain/vetting/vet-application.ts';
import { readApplication } from '../../tools/applications/read-application.ts';
import { defineNode } from '../define-node.ts';
import { compareByModel } from './compare-by-model.ts';
import { lookOf } from './look-of.ts';
import type { VettingState } from './vetting-state.ts';

/**
 * The only node that sees an applicant's words. Rules and the learnt reader read them, and nothing goes on but what they found: closed words and
 * figures, kept in the application's own row. One that was vetted as it stands is not vetted again.
 */
export const vet = defineNode<VettingState, Record<string, never>>({
  name: 'vet',
  tools: [readApplication],
  agent: null,
  async run({ event }, { call, deps, step }) {
    const applicationId = event.item;
    assert(applicationId !== null, 'the thread of one application');
    const found = await call(readApplication, { applicationId });
    const { applicant, sha256, isVetted, fingerprint, alike } = found;
    if (isVetted) return {};
    const read = parseApplication(applicant);
    assert('application' in read, 'what is no application was rejected when it came');
    const { look, problems } = lookOf(found);
    const application =
      found.observed === null ? read.application : withObserved(read.application, found.observed);
    const [reading] = await deps.readTexts([application]);
    const now = deps.now();
    const policy = deps.policy.vetting;
    const vetting = vetApplication(application, [...read.problems, ...problems], {
      policy,
      now,
      site: found.site && siteReading(found.site, { ...found.site, now, policy }),
      batch: { entry: fingerprint, index: indexBatch([fingerprint, ...alike]) },
      look,
      reading,
    });
    const modelLook = await compareByModel(deps, applicationId, found.pictures);
    await step('tool', 'record_vetting', async (counts) => {
      counts[vetting.decision] = 1;
      await deps.recordVetting(applicationId, {
        sha256,
        vetting: { ...vetting, madeBy: { engine: 'embedded', prompt: null }, modelLook },
        status: vetting.decision === 'review' ? 'needs_review' : 'vetted',
      });
    });
    return {};
  },
});
