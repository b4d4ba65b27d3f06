import { foldText } from '../text/fold-text.ts';
import { APPLICATION_LIMITS, type Application, type Platform, type Problem } from './application.ts';
import { readPosts, textsOf } from './read-posts.ts';
import { readRegion } from './read-region.ts';
import { readStats } from './read-stats.ts';
import { isRecord, type RecordReader, readerOf } from './record-reader.ts';

/** Stands in the place of what is no application. */
export interface ApplicationReject {
  readonly id: string | null;
  readonly error: { readonly code: 'application_unreadable'; readonly message: string };
}

export interface ReadApplication {
  readonly application: Application;
  readonly problems: readonly Problem[];
}

const PLATFORM_WORDS: readonly (readonly [RegExp, Platform])[] = [
  [/^(?:instagram|insta|ig)\b/u, 'instagram'],
  [/^(?:tik ?tok|tt|douyin)\b/u, 'tiktok'],
  [/^(?:you ?tube|yt)\b/u, 'youtube'],
  [/^(?:blog|website|web ?site|site|web|wordpress|substack|newsletter|magazine)\b/u, 'blog'],
];
const GONE =
  /^(?:404|410|gone|not[ _-]?found|deleted|removed|suspended|banned|deactivated|unavailable|unreachable|missing)$/u;
const GONE_TEXT =
  /(?:(?:page|account|profile|user|channel|video) (?:isn'?t|is not|not|no longer|is no longer|was|has been) (?:available|found|exist\w*|active|suspended|deleted|removed|terminated|deactivated)|(?:could ?n'?t|couldn'?t|cannot|can't) find (?:this|that) (?:account|page|user)|(?:account|page|user|channel|profile) (?:doesn'?t|does not) exist|\b404\b.{0,20}(?:not found|error)|(?:konto|profil|seite|kanal) (?:ist )?(?:nicht (?:mehr )?(?:verfugbar|gefunden|vorhanden)|existiert nicht|wurde geloscht)|(?:compte|page|profil) (?:introuvable|n'existe (?:plus|pas)|n'est (?:plus|pas) disponible|supprime)|(?:cuenta|pagina|perfil) (?:no (?:existe|esta disponible|encontrad\w)|eliminad\w)|(?:account|pagina|profilo) (?:non (?:esiste|disponibile|trovat\w))|(?:conta|pagina|perfil) (?:nao (?:existe|encontrad\w|esta disponivel))|(?:account|pagina|profiel) (?:bestaat niet|niet gevonden|niet (?:meer )?beschikbaar)|konto nie istnieje|strona niedostepna|sidan finns inte|الصفحه غير متاحه|الحساب غير موجود)/u;

/**
 * Reads one element of an applications file, whatever it is.
 *
 * A field of the wrong kind becomes null and a problem; an impossible figure too. Nothing is fetched and nothing thrown.
 */
export function readApplication(value: unknown): ReadApplication | ApplicationReject {
  if (!isRecord(value)) return reject(null, 'An application is an object with an id.');
  const reader = readerOf(value);
  const id = idOf(value.id);
  if (id === null) return reject(null, 'The application has no id: a text or a number that names it.');
  const platformName = reader.word('platform');
  const stats = isRecord(value.stats) ? value.stats : {};
  if (value.stats !== undefined && value.stats !== null && !isRecord(value.stats))
    reader.problem('unreadable', 'The field stats is no object, so it was left out.');
  const statsReader = readerOf(stats);
  const posts = readPosts(value.posts, reader);
  const claimed = reader.claims('claimed');
  const bio = reader.text('bio');
  const application: Application = {
    id,
    platform: platformOf(platformName),
    handle: reader.word('handle'),
    language: reader.word('language')?.toLowerCase().slice(0, 2) ?? null,
    region: readRegion(reader.word('region')),
    bio,
    claimed: claimed.text,
    claimedFigures: claimed.figures,
    pitch: reader.text('pitch'),
    stats: readStats(statsReader),
    posts,
    commentTexts: [stats.last_comments, value.comments].flatMap((list) =>
      Array.isArray(list) ? textsOf(list) : [],
    ),
    isGone: isGone(reader, statsReader, bio),
  };
  return { application, problems: [...reader.problems, ...statsReader.problems] };
}

const reject = (id: string | null, message: string): ApplicationReject => ({
  id,
  error: { code: 'application_unreadable', message },
});

function idOf(id: unknown): string | null {
  const text = typeof id === 'number' && Number.isFinite(id) ? String(id) : id;
  if (typeof text !== 'string' || text.trim() === '') return null;
  return text.trim().slice(0, APPLICATION_LIMITS.idCharacters);
}

function platformOf(name: string | null): Platform | null {
  if (name === null) return null;
  const folded = foldText(name).trim();
  return PLATFORM_WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'other';
}

function isGone(reader: RecordReader, stats: RecordReader, bio: string): boolean {
  const states = [reader, stats].flatMap(({ record }) => [
    record.status,
    record.profile_status,
    record.profile,
    record.state,
    record.error,
    record.http_status,
  ]);
  const flags = [reader, stats].flatMap(({ record }) => [
    record.unreachable,
    record.not_found,
    record.deleted,
  ]);
  return (
    flags.some((flag) => flag === true) ||
    [reader, stats].some(({ record }) => record.exists === false || record.reachable === false) ||
    states.some(
      (state) =>
        GONE.test(foldText(String(state ?? '')).trim()) || GONE_TEXT.test(foldText(String(state ?? ''))),
    ) ||
    (bio.length < 200 && GONE_TEXT.test(foldText(bio)))
  );
}
