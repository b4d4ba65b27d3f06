import { listCatalogue } from '../../../db/queries/applications/list-catalogue.ts';
import { type Catalogue, indexCatalogue } from '../../../src/domain/applications/nearest-products.ts';
import type { ToolContext } from '../../define-tool.ts';
import { keptOfRun } from './kept-of-run.ts';

/** What sells, by the words of its names. */
export const catalogueOfRun = (
  context: Pick<ToolContext, 'db' | 'runId' | 'now' | 'policy'>,
  asOf: string,
): Promise<Catalogue> => {
  const { windowDays } = context.policy.economics;
  return keptOfRun(context, `catalogue ${asOf} ${windowDays}`, async () =>
    indexCatalogue(await listCatalogue(context.db, { asOf: new Date(asOf), windowDays })),
  );
};
