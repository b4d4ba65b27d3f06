import { findProfile } from '../../../db/queries/applications/find-profile.ts';
import { listBoard } from '../../../db/queries/applications/list-board.ts';
import { listPictures } from '../../../db/queries/applications/list-pictures.ts';
import { readApplication as readStored } from '../../../db/queries/applications/read-application.ts';
import { nearestProducts } from '../../../src/domain/applications/nearest-products.ts';
import { planApplication } from '../../../src/domain/applications/plan-application.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import { LETTER_LANGUAGES } from '../../../src/domain/inbox/own-words.ts';
import { wordsLanguage } from '../../../src/domain/text/words-language.ts';
import { readApplication } from '../../../src/domain/vetting/read-application.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { ApplicationCase } from './application-case.ts';
import { catalogueOfRun } from './catalogue-of-run.ts';
import { siteCase } from './site-case.ts';
import { termsOfRun } from './terms-of-run.ts';

const SITES: readonly (string | null)[] = ['blog', 'other', null];

/**
 * Looks everything up once more, each time: the application as stored, what vetting said of it, and what comparable
 * partners' figures bear. Nothing is taken from whoever asks but the id.
 *
 * @throws {Refusal} `application_unknown` when there is none, or none that was vetted.
 */
export async function openApplicationCase(
  context: Pick<ToolContext, 'db' | 'runId' | 'now' | 'policy' | 'programmeCurrency'>,
  applicationId: string,
  asOf: string,
): Promise<ApplicationCase> {
  const stored = await readStored(context.db, applicationId);
  const read = stored === null ? null : readApplication(stored.applicant);
  if (stored === null || read === null || 'error' in read || stored.vetting === null) {
    throw new Refusal('application_unknown', 'There is no such application that was vetted.', {
      applicationId,
    });
  }
  const { application } = read;
  const { vetting } = stored;
  const group = SITES.includes(application.platform) ? 'content' : 'influencer';
  const terms = await termsOfRun(context, group, asOf);
  const catalogue = await catalogueOfRun(context, asOf);
  const spoken = [application.bio, application.pitch, ...application.posts.map(({ text }) => text)].join(
    '\n',
  );
  const pictures = vetting.look === null ? [] : await listPictures(context.db, applicationId);
  const words = [application.bio, application.pitch].join('\n').trim();
  const language = codeOf(application.language) ?? (words === '' ? null : wordsLanguage(words)) ?? 'en';
  return {
    stored,
    application,
    vetting,
    observed: await findProfile(context.db, applicationId),
    site: await siteCase(context, stored, asOf),
    plan: planApplication(vetting),
    group,
    terms,
    code: `PARTNER${applicationId.replaceAll('-', '').slice(0, 6).toUpperCase()}`,
    language,
    letterLanguage: LETTER_LANGUAGES.includes(language) ? language : 'en',
    asOf,
    near: nearestProducts(spoken, catalogue),
    bestSellers: catalogue.products.slice(0, 3),
    markets: context.policy.vetting.markets,
    posts: pictures.flatMap(({ place, state }) => (state === 'seen' ? [place] : [])),
    board: vetting.look === null ? [] : await listBoard(context.db),
    lookLimit: context.policy.vetting.lookClosenessMin,
  };
}

/** What an applicant calls a language is used only where it is a code. */
const codeOf = (language: string | null): string | null =>
  language !== null && /^[a-z]{2}$/.test(language) ? language : null;
