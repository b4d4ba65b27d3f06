interface Reason {
  readonly unit: string;
  readonly why: string;
  readonly source: string;
}

const reason = (unit: string, why: string, source = 'own default'): Reason => ({ unit, why, source });
const PUBLISHED = 'vendors’ published guidance of 2026';
const MEASURED = 'own default, evals/vetting';

/** The unit, reason and source of every default of the vetting policy, by field. */
export const VETTING_POLICY_ENTRIES: Readonly<Record<string, Reason>> = {
  brandNames: reason(
    'names',
    'Handles that look like the brand’s own are held for a look; none until you name them.',
  ),
  brandText: reason(
    'text, up to 600 characters',
    'What the brand says of itself, in English, so that applicants’ words and the pages of their sites can be held beside it; nothing until you write it.',
  ),
  readPublicProfiles: reason(
    'yes or no',
    'Public profile pages are read without a key only where you say so: each is a visit, and robots.txt of the large platforms usually forbids it, which is kept.',
  ),
  readSites: reason(
    'yes or no',
    'Sites that applicants name are read only where you say so: a start page and two posts each, within robots.txt and a host’s pace.',
  ),
  sitesPerRun: reason(
    'sites',
    'Each takes some ten seconds at a visitor’s pace, eight at a time; the cards of others say that theirs was not read.',
  ),
  siteDormantDays: reason('days', 'A site that names no date of the last year brings no new readers.'),
  competitors: reason(
    'names',
    'A contract with one of these is an exclusive that matters; without names any exclusive is flagged.',
  ),
  markets: reason(
    'ISO 3166-1 countries',
    'Empty means that no country is foreign, and only contradictions count.',
  ),
  benchmarks: reason(
    'tables by platform, denominator and tier',
    'Published figures differ by a factor of two, so they carry date and source and can be replaced.',
    PUBLISHED,
  ),
  'anomalyInstagram.low': reason(
    'share of followers',
    'So few reactions mean that the followers are not there.',
    'client’s rule',
  ),
  'anomalyInstagram.high': reason(
    'share of followers',
    'Above 10,000 followers no honest audience reacts so much.',
    PUBLISHED,
  ),
  anomalySmallHigh: reason(
    'share of followers',
    'Friends of a small account like nearly everything; only more than this is odd.',
    'real accounts, measured',
  ),
  anomalySmallFollowers: reason('followers', 'Below it an account is small in the sense above.'),
  'anomalyTiktok.low': reason(
    'share of followers',
    'So few reactions mean that the followers are not there.',
    'client’s rule',
  ),
  'anomalyTiktok.high': reason(
    'share of followers',
    'More than a viral video brings to the mean of all.',
    'client’s rule',
  ),
  'anomalyViews.low': reason('share of views', 'Views without any reaction are bought ones.'),
  'anomalyViews.high': reason('share of views', 'Nobody is liked by more than every second viewer.'),
  'anomalySubscribers.low': reason(
    'views a video ÷ subscribers',
    'Subscribers who watch nothing are bought or long gone.',
  ),
  'anomalySubscribers.high': reason(
    'views a video ÷ subscribers',
    'More views than a viral hit leaves in the mean of all videos.',
  ),
  postsForRate: reason('posts', 'The newest dozen shows the present.', 'client’s rule'),
  fakeAccountFrom: reason(
    'chance',
    'Of accounts above it nine in ten were fake in the learning half; few real ones reach it.',
    MEASURED,
  ),
  fakeSignsNeeded: reason('signs', 'One sign alone has innocent explanations.'),
  followingMax: reason(
    'accounts followed',
    'Nobody reads more than this; follow-for-follow does.',
    PUBLISHED,
  ),
  followingShareMax: reason(
    'following ÷ followers',
    'Together with the limit above: those who follow to be followed.',
  ),
  fewPosts: reason('posts', 'So few posts do not earn many followers.'),
  fewPostsFollowers: reason('followers', 'Above it few posts are a sign.'),
  followerJumpPerDay: reason(
    'followers a day',
    'More a day than content brings without a visible cause.',
    PUBLISHED,
  ),
  followerJumpShare: reason(
    'share of the followers before',
    'For a very large account thousands a day are ordinary.',
  ),
  handleDigits: reason('digits', 'Registered in series.', 'real and fake accounts, measured'),
  commentsPerLikeLow: reason('comments ÷ likes', 'Likes without any word are bought ones.'),
  commentsPerLikeHigh: reason(
    'comments ÷ likes',
    'Nineteen real accounts in twenty stay below 0.09.',
    'real accounts, measured',
  ),
  likesForCommentRatio: reason('likes', 'With fewer the ratio is chance.'),
  repeatedCommentShare: reason('share of comments', 'People repeat each other less than this.'),
  hollowCommentShare: reason('share of comments', 'Emoji and “nice pic” alone are what comment pods write.'),
  commentsNeeded: reason('comments', 'Fewer show no habit.'),
  claimExcess: reason('share above the figure', 'Rounding up is human; a quarter more is not rounding.'),
  claimRateExcess: reason(
    'share above the figure',
    'Rates are counted in different ways; half as much again is more than that.',
  ),
  claimRatePointsMin: reason('share', 'Less than one point of difference is no claim worth a question.'),
  adultAge: reason('years', 'Contracts need an adult.'),
  duplicateTextCharacters: reason('characters', 'Shorter texts are alike by chance.'),
  brandBoard: reason(
    'files and folders of pictures',
    'The brand’s own reference pictures; without them no look is compared.',
  ),
  fetchPictures: reason(
    'yes or no',
    'Pictures and profiles behind addresses are fetched only where you say so: each is a visit to a stranger’s site.',
  ),
  compareLookByModel: reason(
    'yes or no',
    'Say yes where the configured model can see: up to four of an applicant’s pictures and four of yours then go to its server, as our small copies, and cost tokens.',
  ),
  lookClosenessMin: reason(
    'closeness',
    'Of painted creators in a brand’s own style one in a hundred lies below it, of those in another style nineteen in twenty.',
    'own default, synthetic set of evals/vetting/look',
  ),
  lookPicturesMin: reason('pictures', 'Fewer show no style.'),
  applicationsPerFile: reason('applications', 'More belong in several files.'),
};
