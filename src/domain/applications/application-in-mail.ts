import { answersAsApplication } from '../inbox/mail-plan.ts';
import { viewMail } from '../inbox/mail-view.ts';
import type { ParsedMail } from '../inbox/parsed-mail.ts';
import type { Triage } from '../inbox/triage.ts';
import type { Platform } from '../vetting/application.ts';
import { claimsInText } from '../vetting/claims/claims-in-text.ts';

/** An attached picture that is kept, by its place in the mail. */
export interface AttachedPicture {
  readonly partNo: number;
  readonly fileName: string;
}

const TEXT_MAX = 8_000;
const PICTURES_MAX = 9;
/** A page under which a profile stands, and where in its address the handle is. */
const PROFILES: readonly (readonly [RegExp, Platform])[] = [
  [
    /^https?:\/\/(?:www\.)?instagram\.com\/(?!p\/|reel\/|explore\/|stories\/)@?([\w.]{2,30})\/?(?:[?#]|$)/iu,
    'instagram',
  ],
  [/^https?:\/\/(?:www\.)?tiktok\.com\/@([\w.]{2,24})/iu, 'tiktok'],
  [/^https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:@|c\/|user\/)([\p{L}\p{N}_.-]{2,100})/iu, 'youtube'],
];
const PLATFORM_WORDS: readonly (readonly [RegExp, Platform])[] = [
  [/\b(?:instagram|insta|ig)\b/iu, 'instagram'],
  [/\btik ?tok\b/iu, 'tiktok'],
  [/\b(?:youtube|you tube|yt)\b/iu, 'youtube'],
  [/\b(?:blog|blogue|website|webseite|site web|sito|newsletter|magazine?)\b/iu, 'blog'],
];
/** An at sign that is no mail address. */
const HANDLE = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}_][\p{L}\p{N}_.]{1,29})(?![\p{L}\p{N}]*@)/u;

/**
 * An application as its mail gives it: who writes, where they publish, what they claim, and their words. What a field is
 * taken from are links, at signs and figures; figures stay claims.
 *
 * @returns null when triage does not take the mail for an application that may be vetted like any other.
 */
export function applicationInMail(
  mail: ParsedMail,
  triage: Triage,
  pictures: readonly AttachedPicture[],
): Record<string, unknown> | null {
  if (!answersAsApplication(triage)) return null;
  const { subject, body, links } = viewMail(mail);
  const profile = links.map(profileOf).find((found) => found !== null) ?? null;
  const words = `${subject}\n${body}`;
  const platform = profile?.platform ?? PLATFORM_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const site = links.find((link) => profileOf(link) === null && /^https?:/iu.test(link)) ?? null;
  const handle = profile?.handle ?? HANDLE.exec(body)?.[1]?.replace(/\.$/u, '') ?? hostOf(site);
  const followers = claimsInText(body).find(
    (claim) => claim.of === 'followers' && (claim.platform === null || claim.platform === platform),
  );
  return {
    platform: platform ?? (site === null ? null : 'blog'),
    handle: handle ?? (mail.from.name || null),
    language: triage.language === 'und' ? null : triage.language,
    name: mail.from.name,
    email: mail.from.address,
    pitch: words.trim().slice(0, TEXT_MAX),
    links: links.slice(0, 20),
    ...(followers === undefined ? {} : { claimed: { followers: followers.value } }),
    posts: pictures.slice(0, PICTURES_MAX).map(({ partNo }) => ({ text: '', image: `attachment:${partNo}` })),
  };
}

function profileOf(link: string): { platform: Platform; handle: string } | null {
  for (const [pattern, platform] of PROFILES) {
    const handle = pattern.exec(link)?.[1];
    if (handle !== undefined) return { platform, handle };
  }
  return null;
}

const hostOf = (link: string | null): string | null =>
  link !== null && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./u, '') : null;
