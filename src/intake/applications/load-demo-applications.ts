import type { Queryable } from '../../../db/client.ts';
import { demoApplications } from '../../../db/demo/applications/demo-applications.ts';
import { takeApplication } from './take-application.ts';

/**
 * Stores the demo's applications on the way that every application takes, marked as simulated. Again adds nothing.
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
  for (const { applicant, receivedAt } of applications) {
    await takeApplication(db, applicant, {
      source: 'demo',
      receivedAt,
      isSimulated: true,
      duplicateTextCharacters,
    });
  }
  return applications.length;
}
