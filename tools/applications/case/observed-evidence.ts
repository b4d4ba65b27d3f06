import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { ApplicationCase } from './application-case.ts';

const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
/** Closer than this is the same figure, counted at another moment; as the rule on claims has it. */
const SAME_SHARE = 0.01;

/** What the platform itself says, a line a figure, each beside what the applicant gave; empty when nobody asked. */
export function observedEvidence({
  application,
  observed,
}: Pick<ApplicationCase, 'application' | 'observed'>): Evidence[] {
  if (observed === null) return [];
  const { source, observedAt, state } = observed;
  const seen = `${source}, ${observedAt.slice(0, 10)}`;
  if (state === 'gone') {
    return [
      {
        type: 'note',
        title: 'Observed',
        text: `${seen}: there is no such profile, or none that may be shown.`,
      },
    ];
  }
  const { stats, claimedFigures } = application;
  const isYoutube = observed.platform === 'youtube';
  const isVideos = observed.platform !== 'instagram';
  const audience = isYoutube ? 'Subscribers' : 'Followers';
  const lines = [
    [audience, observed.followers, claimedFigures.followers ?? stats.followers ?? stats.subscribers],
    ['Following', observed.following, stats.following],
    [
      isVideos ? 'Videos' : 'Posts',
      observed.posts,
      isVideos ? (stats.totalVideos ?? stats.posts) : stats.posts,
    ],
    ['Views in all', observed.totalViews, stats.totalViews],
    ['Likes in all', observed.totalLikes ?? null, stats.totalLikes],
  ] as const;
  return lines.flatMap(([label, value, given]): Evidence[] =>
    value === null && given === null
      ? []
      : [
          {
            type: 'figure',
            name: `observed-${label.toLowerCase().replaceAll(' ', '-')}`,
            label: `${label}, observed`,
            value,
            unit: 'count',
            currency: null,
            baseline: null,
            interval: null,
            qValue: null,
            note: `${givenWords(given, value)} Observed: ${value === null ? `not told by ${seen}` : seen}.`,
          },
        ],
  );
}

function givenWords(given: number | null, observed: number | null): string {
  if (given === null) return 'The application gives none.';
  const said = `The application gives ${COUNT.format(given)}`;
  if (observed === null) return `${said}.`;
  if (Math.abs(given - observed) <= SAME_SHARE * Math.max(1, observed)) return `${said}, which agrees.`;
  if (observed === 0) return `${said}, where there are none.`;
  return `${said}, which is ${COUNT.format((100 * given) / observed)} % of it.`;
}
