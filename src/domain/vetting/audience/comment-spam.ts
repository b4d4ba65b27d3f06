import { foldText } from '../../text/fold-text.ts';
import type { Application } from '../application.ts';
import { mean } from '../engagement-rate.ts';
import type { Finding } from '../flag.ts';
import { percentWords } from '../percent-words.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

const PROMOTES =
  /(?:dm (?:me|us|now)|check (?:out )?my (?:profile|page|bio)|follow (?:me|back|4|for)|f4f|l4l|s4s|promote it on|send (?:it|pic|this) (?:to|on)|collab with us|buy followers|free followers|earn (?:money|\$|\d)|whats ?app|telegram|bitcoin|forex|invest(?:ing|ment)? with|folg(?:e|t) mir|schreib mir|suivez[- ]moi|abonne[- ]toi|sigueme|te sigo|seguimi|segue de volta|me segue|sdv|volg (?:mij|terug)|obserwuj mnie|folj mig|takip et|تابعني|ضيفني)/u;
const HOLLOW_WORDS =
  /^(?:(?:so |very |super |sehr |tres |muy |molto |muito |heel )?(?:nice|great|wow|amazing|awesome|beautiful|love(?:ly| it| this)?|cool|good|perfect|gorgeous|stunning|pretty|cute|hot|fire|lit|yes|omg|top|super|toll|schon|klasse|mega|geil|magnifique|sublime|trop beau|j'adore|superbe|canon|genial|hermos[ao]|precios[ao]|guap[ao]|linda?|bell[ao]|bellissim[ao]|stupend[ao]|fantastic\w*|maravilhos[ao]|mooi|prachtig|piekne?|super|snygg|fin|harika|guzel|جميل|رائع|روعة)(?: (?:pic|picture|photo|post|shot|content|feed|page|bro|dear|work|job|foto|bild|one|babe|video|reel|vid|صورة))?\s*)+$/u;
const SAME_COUNTS_MIN = 6;

/** Comments that nobody means: repeated, hollow, selling something, or in numbers that likes do not bear out. */
export function commentSpam(application: Application, policy: VettingPolicy): Finding[] {
  const sentence = inTexts(application, policy) ?? inCounts(application, policy);
  return sentence === null ? [] : [{ flag: 'comment_spam', sentence }];
}

function inTexts({ commentTexts, posts }: Application, policy: VettingPolicy): string | null {
  const texts = [...commentTexts, ...posts.flatMap((post) => post.commentTexts)].map(tidied);
  if (texts.length < policy.commentsNeeded) return null;
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const repeated =
    texts.filter((text) => text.length > 0 && (counts.get(text) ?? 0) > 1).length / texts.length;
  const hollow = texts.filter((text) => text === '' || HOLLOW_WORDS.test(text)).length / texts.length;
  const promoting = texts.filter((text) => PROMOTES.test(text)).length / texts.length;
  if (promoting >= policy.repeatedCommentShare)
    return `${percentWords(promoting)} of ${texts.length} comments advertise something else.`;
  if (repeated >= policy.repeatedCommentShare && hollow + repeated > policy.repeatedCommentShare)
    return `${percentWords(repeated)} of ${texts.length} comments say the same as another one.`;
  if (hollow >= policy.hollowCommentShare)
    return `${percentWords(hollow)} of ${texts.length} comments are emoji or praise that fits any post.`;
  return null;
}

function inCounts({ stats, posts }: Application, policy: VettingPolicy): string | null {
  const comments =
    stats.lastComments.length > 0 ? stats.lastComments : known(posts.map((post) => post.comments));
  const likes = stats.lastLikes.length > 0 ? stats.lastLikes : known(posts.map((post) => post.likes));
  const [perPost, likesPerPost] = [mean(comments), mean(likes)];
  if (perPost === null || likesPerPost === null) return null;
  const ratio = likesPerPost === 0 ? null : perPost / likesPerPost;
  if (ratio !== null && perPost >= 20 && ratio > policy.commentsPerLikeHigh)
    return `There are ${percentWords(ratio)} as many comments as likes, which only people who are paid to comment leave.`;
  if (comments.length >= SAME_COUNTS_MIN && perPost >= 10 && new Set(comments).size === 1)
    return `Each of ${comments.length} posts has exactly ${comments[0]} comments.`;
  return null;
}

const known = (figures: readonly (number | null)[]): number[] => figures.filter((figure) => figure !== null);

/** Letters and digits only, so that the same words with other emoji are the same. */
const tidied = (text: string): string =>
  foldText(text)
    .replaceAll(/@\S+/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
