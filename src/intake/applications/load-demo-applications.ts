import sharp from 'sharp';
import type { Queryable } from '../../../db/client.ts';
import { demoApplications } from '../../../db/demo/applications/demo-applications.ts';
import { demoBoard, demoPicture, withPictures } from '../../../db/demo/applications/demo-pictures.ts';
import { findApplication } from '../../../db/queries/applications/find-application.ts';
import { putBoard } from '../../../db/queries/applications/put-board.ts';
import type { Pixels } from '../../domain/vetting/look/pixels.ts';
import { createPictureWorkers, type PictureWorkers } from '../vetting/images/picture-workers.ts';
import { seeApplication } from './see-application.ts';
import { takeApplication } from './take-application.ts';

/**
 * Stores the demo's applications on the way that every application takes, marked as simulated, with a painted brand board.
 * Again adds nothing.
 *
 * @param loadDate - the day on which the demo counts as loaded.
 * @returns how many there are.
 */
export async function loadDemoApplications(
  db: Queryable,
  loadDate: Date,
  { duplicateTextCharacters }: { readonly duplicateTextCharacters: number },
): Promise<number> {
  const applications = demoApplications(loadDate);
  const workers = createPictureWorkers();
  try {
    await loadBoard(db, workers);
    for (const { applicant, receivedAt } of applications) {
      const pictured = withPictures(applicant);
      const taken = await takeApplication(db, pictured, {
        source: 'demo',
        receivedAt,
        isSimulated: true,
        duplicateTextCharacters,
      });
      if (pictured === applicant || taken.state !== 'inserted') continue;
      const applicationId = await findApplication(db, { source: 'demo', externalId: taken.externalId });
      if (applicationId !== null) await seeApplication({ db, workers, ...PAINTED }, applicationId);
    }
    return applications.length;
  } finally {
    await workers.close();
  }
}

const PAINTED = {
  folder: null,
  web: null,
  async kept(name: string): Promise<Uint8Array | null> {
    const picture = demoPicture(name);
    return picture && fileOf(picture);
  },
};

async function loadBoard(db: Queryable, workers: PictureWorkers): Promise<void> {
  const pictures = await Promise.all(
    demoBoard().map(async (pixels, at) => {
      const read = await workers.read(await fileOf(pixels), { withShown: true });
      if (read.state !== 'read' || read.shown === null) return [];
      return [{ name: `painted ${at + 1}`, look: read.look, shown: read.shown }];
    }),
  );
  await putBoard(db, pictures.flat(), { isSimulated: true });
}

const fileOf = ({ data, width, height }: Pixels): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
