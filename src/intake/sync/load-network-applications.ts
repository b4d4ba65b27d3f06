import type pg from 'pg';
import type { SetAsideRow } from '../../../db/queries/connectors/put-set-aside.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { ApplicationFeed, ApplicationPage } from '../../domain/networks/application-feed.ts';
import { takeApplication } from '../applications/take-application.ts';
import { type LoadedReading, setAsideRow } from './load-read-rows.ts';

/** What waits at a network becomes applications here, as a file of them would: the same again changes nothing. */
export async function loadNetworkApplications(
  pool: pg.Pool,
  source: ApplicationFeed['network'],
  { applications, setAside }: Pick<ApplicationPage, 'applications' | 'setAside'>,
  duplicateTextCharacters: number,
): Promise<LoadedReading> {
  const aside = setAside.map(
    ({ id, problem, raw }): SetAsideRow => setAsideRow(id ?? '', problem, JSON.stringify(raw) ?? ''),
  );
  const keys: string[] = [];
  let changed = 0;
  await inTransaction(pool, async (db) => {
    for (const { applicationId, receivedAt, applicant } of applications) {
      const from = { source, receivedAt, isSimulated: false, duplicateTextCharacters };
      const taken = await takeApplication(db, applicant, from);
      if (taken.state === 'rejected')
        aside.push(setAsideRow(applicationId, taken.reason, JSON.stringify(applicant)));
      else {
        keys.push(applicationId);
        if (taken.state !== 'unchanged') changed += 1;
      }
    }
  });
  return { rows: applications.length + setAside.length, changed, setAside: aside, keys };
}
