import { applicationQuotes } from '../../../src/domain/applications/application-document.ts';
import type { StoredVetting } from '../../../src/domain/applications/stored-application.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { percentWords } from '../../../src/domain/vetting/percent-words.ts';
import type { ApplicationCase } from './application-case.ts';
import { fitEvidence } from './fit-evidence.ts';
import { lookEvidence } from './look-evidence.ts';
import { observedEvidence } from './observed-evidence.ts';
import { siteEvidence } from './site-evidence.ts';

const note = (title: string, text: string): Evidence => ({ type: 'note', title, text: text.slice(0, 4_000) });

/** What a person needs to decide: the applicant's own words, what was found, the score's parts, and the benchmark with its date. */
export function applicationEvidence(applicationCase: ApplicationCase, comment: string | null): Evidence[] {
  const { stored, application, vetting, terms } = applicationCase;
  return [
    ...applicationQuotes(stored.applicationId, application),
    ...lookEvidence(applicationCase),
    ...(comment === null ? [] : [note('Answers this comment', comment)]),
    note('Why', vetting.reasons.join(' ')),
    ...vetting.flags.map(
      (flag): Evidence => ({
        type: 'signal',
        name: flag,
        family: 'vetting',
        state: 'hit',
        sentence: `Flag: ${flag.replaceAll('_', ' ')}.`,
        value: null,
        baseline: null,
        interval: null,
        qValue: null,
      }),
    ),
    figure('score', 'Score, of 100', vetting.score, 'count', null, null),
    ...vetting.parts.map(({ name, points, of }) =>
      figure(`score-${name}`, `Score for ${name}, of ${of}`, points, 'count', null, null),
    ),
    figure('confidence', 'Confidence', vetting.confidence, 'share', null, 'How much there was to judge by.'),
    engagementFigure(vetting),
    ...observedEvidence(applicationCase),
    ...siteEvidence(applicationCase.site),
    ...(vetting.fakeChance === null
      ? []
      : [
          figure(
            'fake-chance',
            'Chance of a false account',
            vetting.fakeChance,
            'share',
            null,
            'By its figures alone.',
          ),
        ]),
    note('Starting rate', terms.why),
    ...fitEvidence(applicationCase),
    ...(stored.isSimulated
      ? [note('Simulated', 'This application belongs to the demo: nobody sent it.')]
      : []),
  ];
}

function engagementFigure({ engagementRate, denominator, benchmark }: StoredVetting): Evidence {
  const compared =
    benchmark === null
      ? 'There is no benchmark for this platform and denominator.'
      : `${benchmark.tier} on ${benchmark.platform}: average from ${percentWords(benchmark.average)}, good from ${percentWords(benchmark.good)}, as of ${benchmark.asOf}; ${benchmark.source}.`;
  return figure(
    'engagement',
    denominator === null ? 'Engagement' : `Engagement, of ${denominator}`,
    engagementRate,
    'share',
    benchmark?.average ?? null,
    engagementRate === null ? 'The figures given do not suffice to compute it.' : compared,
  );
}

const figure = (
  name: string,
  label: string,
  value: number | null,
  unit: 'count' | 'share',
  baseline: number | null,
  said: string | null,
): Evidence => ({
  type: 'figure',
  name,
  label,
  value,
  unit,
  currency: null,
  baseline,
  interval: null,
  qValue: null,
  note: said,
});
