import { foldText } from '../../text/fold-text.ts';
import type { Application } from '../application.ts';
import type { ApplicationText } from '../application-text.ts';
import { skeletonOf } from '../batch/skeleton.ts';
import type { Finding } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

const OFFICIAL =
  /(?:^|[._-])(?:official|officiel|oficial|ufficiale|offiziell|offical|real|the_?real|verified)(?:$|[._-])|(?:official|oficial|officiel|ufficiale)$/u;
const MENTION = /(?<![\p{L}\p{N}.])@([\p{L}\p{N}._]{3,40})/gu;
const MINE =
  /(?:my (?:handle|profile|account|channel|page|instagram|insta|tiktok|youtube) is|find me (?:at|on|under)|i am @|i'm @|ich bin @|mein (?:profil|account) ist|mon compte (?:est|:)|mi (?:cuenta|perfil) es|il mio (?:profilo|account) e|meu perfil e|minha conta e|mijn account is|moj profil to|mitt konto ar|hesabim)\s*:?\s*@?([\p{L}\p{N}._]{3,40})/u;

/** "Official Somebody account": a name between the two words. */
const OFFICIAL_NAME =
  /\b(?:Official|Offizielle[rs]?|Officiel(?:le)?|Oficial|Ufficiale)\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:account|page|profile|konto|seite|compte|cuenta|página|profilo|pagina|conta)\b|\b(?:The|THE) (?:Real|REAL)\s+\p{Lu}[\p{L}'’-]+\s+\p{Lu}/u;

/** Who the applicant is has to be shown before anything is signed. */
export function identityFindings(
  application: Application,
  text: ApplicationText,
  policy: VettingPolicy,
): Finding[] {
  const findings: Finding[] = [];
  const impersonates = impersonation(application, text, policy);
  if (impersonates !== null) findings.push({ flag: 'impersonation', sentence: impersonates });
  const unclear = identityUnclear(application, text);
  if (unclear !== null) findings.push({ flag: 'identity_verification_needed', sentence: unclear });
  return findings;
}

function impersonation(
  { handle, stats }: Application,
  { sentences }: ApplicationText,
  { brandNames }: VettingPolicy,
): string | null {
  const skeleton = handle === null ? '' : skeletonOf(handle);
  const brand = brandNames.find((name) => skeleton !== '' && skeleton.includes(skeletonOf(name)));
  if (brand !== undefined && stats.isVerified !== true)
    return `Its handle looks like your brand’s name “${brand}”.`;
  const says = sentences.some(
    (sentence) => sentence.count('impersonation') > 0 && sentence.count('impersonation_exempt') === 0,
  );
  if ((says || sentences.some(({ text }) => OFFICIAL_NAME.test(text))) && stats.isVerified !== true)
    return 'It speaks as a page of somebody else: a fan, parody or “official” account that is not verified, or with others’ pictures.';
  return null;
}

function identityUnclear(
  { handle, stats }: Application,
  { about, sentences }: ApplicationText,
): string | null {
  if (sentences.some((sentence) => sentence.count('identity') > 0 && sentence.count('identity_exempt') === 0))
    return 'Who applies, who runs the account and who is paid may be different people.';
  const folded = handle === null ? '' : foldText(handle).replace(/^@/u, '');
  if (OFFICIAL.test(folded) && stats.isVerified === false)
    return 'Its handle says that it is official; the profile is not verified.';
  const named = MINE.exec(foldText(about))?.[1];
  if (
    named !== undefined &&
    folded !== '' &&
    about.includes('@') &&
    [...about.matchAll(MENTION)].length > 0 &&
    !alike(named, folded)
  )
    return 'It names another handle as its own than the one it applies with.';
  return null;
}

const alike = (a: string, b: string): boolean => {
  const [left, right] = [skeletonOf(a), skeletonOf(b)];
  return left.includes(right) || right.includes(left);
};
