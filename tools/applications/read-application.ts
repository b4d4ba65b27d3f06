import { z } from 'zod';
import { findProfile } from '../../db/queries/applications/find-profile.ts';
import { findSite, KeptSite } from '../../db/queries/applications/find-site.ts';
import { listAlike } from '../../db/queries/applications/list-alike.ts';
import { listBoard } from '../../db/queries/applications/list-board.ts';
import { KeptPicture, listPictures } from '../../db/queries/applications/list-pictures.ts';
import { readApplication as readStored } from '../../db/queries/applications/read-application.ts';
import { Fingerprint } from '../../src/domain/applications/stored-application.ts';
import { Refusal } from '../../src/domain/errors.ts';
import { LookMeasure } from '../../src/domain/vetting/look/look-measure.ts';
import { ObservedProfile } from '../../src/domain/vetting/profile/observed-profile.ts';
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
    /** What was seen of its pictures; empty when it has none. */
    pictures: z.array(KeptPicture).max(100),
    /** Of the brand's reference pictures; read only where there is something to compare. */
    board: z.array(LookMeasure).max(100),
    /** What its platform says of its profile; null when nobody asked or could. */
    observed: ObservedProfile.nullable(),
    /** What was seen of the site that it names; null when it names none, or sites are not read. */
    site: KeptSite.nullable(),
  }),
  limits: { seconds: 20 },

  async run({ applicationId }, { db }) {
    const stored = await readStored(db, applicationId);
    if (stored === null) {
      throw new Refusal('application_unknown', 'There is no such application.', { applicationId });
    }
    const { applicant, sha256, vetting, fingerprint } = stored;
    const alike = await listAlike(db, applicationId);
    const pictures = await listPictures(db, applicationId);
    const board = pictures.length === 0 ? [] : (await listBoard(db)).map(({ look }) => look);
    const observed = await findProfile(db, applicationId);
    const site = await findSite(db, applicationId);
    const isVetted = vetting !== null;
    return { applicant, sha256, isVetted, fingerprint, alike, pictures, board, observed, site };
  },
});
