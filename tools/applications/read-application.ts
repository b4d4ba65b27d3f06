import { z } from 'zod';
import { listAlike } from '../../db/queries/applications/list-alike.ts';
import { readApplication as readStored } from '../../db/queries/applications/read-application.ts';
import { Fingerprint } from '../../src/domain/applications/stored-application.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { defineTool } from '../define-tool.ts';

export const readApplication = defineTool({
  name: 'applications_read_application',
  description:
    'One application as its applicant gave it, for the quarantined vetting, with what others like it have in common with it. No figure of ours.',
  effect: 'reads',
  exposure: { strangersText: true, privateData: false },
  input: z.strictObject({ applicationId: z.uuid() }),
  arguments: { applicationId: 'REF' },
  output: z.object({
    applicant: z.unknown(),
    sha256: z.string(),
    /** It was vetted as it stands. */
    isVetted: z.boolean(),
    fingerprint: Fingerprint,
    /** Other applications that share a handle, a look-alike handle or words. */
    alike: z.array(Fingerprint),
  }),
  limits: { seconds: 20 },

  async run({ applicationId }, { db }) {
    const stored = await readStored(db, applicationId);
    if (stored === null) {
      throw new Refusal('application_unknown', 'There is no such application.', { applicationId });
    }
    const { applicant, sha256, vetting, fingerprint } = stored;
    const alike = await listAlike(db, applicationId);
    return { applicant, sha256, isVetted: vetting !== null, fingerprint, alike };
  },
});
