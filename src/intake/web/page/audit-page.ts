import { alignBrand } from '../../../domain/pages/align-brand.ts';
import type { BrandProfile } from '../../../domain/pages/brand-profile.ts';
import type { ContentType } from '../../../domain/pages/content-type.ts';
import type { PageAudit } from '../../../domain/pages/page-audit.ts';
import type { PageSignals } from '../../../domain/pages/page-signals.ts';
import { scoreProblemSolving } from '../../../domain/pages/score-problem-solving.ts';
import { isoLanguage } from '../../../domain/text/iso-language.ts';
import type { PageSource } from './page-reading.ts';
import { type ReadingParts, readPage } from './read-page.ts';

/** Which kind of page it is, and how sure that is. */
export interface TypeReading {
  readonly contentType: ContentType;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What an audit needs from the engines. */
export interface PageAuditParts extends ReadingParts {
  readonly classify: (signals: PageSignals) => Promise<TypeReading>;
  /** The sentence encoder; null: no similarity to a brand. */
  readonly embed: ((texts: readonly string[]) => Promise<readonly Float32Array[]>) | null;
}

export interface AuditRequest extends PageSource {
  /** As it was asked for: the file or the URL. */
  readonly source: string;
  /** Null: not compared with any brand. */
  readonly brand: BrandProfile | null;
}

const BRAND_CHARACTERS = 600;

/** What one page is, says, sells and admits. Never throws for what the page holds. */
export async function auditPage(request: AuditRequest, parts: PageAuditParts): Promise<PageAudit> {
  const page = readPage(request, parts);
  const { head } = page;
  const { contentType, confidence } = await parts.classify(page.signals);
  const { score, parts: problemSolvingParts } = scoreProblemSolving(page.signals);
  const nearness =
    request.brand?.text && parts.embed ? await nearnessOf(page.signals, request.brand, parts.embed) : null;
  return {
    source: request.source,
    contentType,
    confidence: Math.round(confidence * 1_000) / 1_000,
    problemSolving: score,
    problemSolvingParts,
    title: head.title,
    text: page.text,
    language: isoLanguage(page.language),
    author: head.author,
    publishedAt: head.publishedAt,
    modifiedAt: head.modifiedAt,
    disclosure: page.disclosure,
    brandAlignment: request.brand && alignBrand(`${head.title ?? ''}\n${page.text}`, request.brand, nearness),
    structured: page.structured,
    affiliateLinks: [...page.affiliateLinks],
    codes: [...page.codes],
    notes: [...page.notes],
  };
}

/** Cosine of the brand's text and the nearest of the page's title, opening and headings. */
async function nearnessOf(
  { title, text, headings }: PageSignals,
  brand: BrandProfile,
  embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<number> {
  const texts = [
    `${title}. ${text.slice(0, BRAND_CHARACTERS)}`,
    text.slice(BRAND_CHARACTERS, 2 * BRAND_CHARACTERS),
    headings
      .map((heading) => heading.text)
      .join('. ')
      .slice(0, BRAND_CHARACTERS),
  ].filter((words) => words.trim() !== '');
  const [own, ...others] = await embed([brand.text.slice(0, BRAND_CHARACTERS), ...texts]);
  if (!own) return 0;
  return Math.max(
    0,
    ...others.map((other) => own.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)),
  );
}
