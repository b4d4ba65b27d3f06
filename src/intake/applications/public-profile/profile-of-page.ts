import { z } from 'zod';
import type { ObservedProfile } from '../../../domain/vetting/profile/observed-profile.ts';
import { metaOf, readMeta } from '../../web/page/meta-of.ts';
import type { OpenedDocument } from '../../web/page/open-document.ts';
import { type StructuredNode, structuredNodes, wordsOf } from '../../web/page/structured-nodes.ts';
import { type ProfileFigures, profileFigures } from './profile-figures.ts';

type Shown = ProfileFigures & Pick<ObservedProfile, 'bio' | 'hasPicture'>;

const DESCRIPTION_MAX = 2_000;
const COUNT_MAX = 100_000_000_000;
/** A channel's page says its subscribers in the data of its header alone. */
const CHANNEL_HEADER =
  /"(?:simpleText|content)"\s*:\s*"(\d[\d.,\u00a0]{0,12} ?[KM]? (?:subscribers?|videos))"/gu;
const SCRIPT_CHARACTERS_MAX = 3_000_000;

const Counter = z.looseObject({
  interactionType: z.union([z.string(), z.looseObject({ '@type': z.string() })]),
  userInteractionCount: z.coerce.number().min(0).max(COUNT_MAX),
});

/**
 * What a public profile page says of itself in its meta elements, OpenGraph and JSON-LD, and on YouTube in its header's data;
 * nothing of what it shows below. Claim: documented; built from schema.org's and OpenGraph's words and pages that we wrote.
 *
 * @returns null when it says no figure at all, as a page that asks for signing in does.
 */
export function profileOfPage({ document, html }: Pick<OpenedDocument, 'document' | 'html'>): Shown | null {
  const meta = readMeta(document);
  const nodes = structuredNodes(document);
  const inMeta = ['og:description', 'description', 'twitter:description']
    .flatMap((name) => metaOf(meta, [name], DESCRIPTION_MAX) ?? [])
    .map(profileFigures);
  const header = profileFigures(
    [...html.slice(0, SCRIPT_CHARACTERS_MAX).matchAll(CHANNEL_HEADER)]
      .slice(0, 2)
      .map(([, words]) => words)
      .join(', '),
  );
  const sources = [figuresOf(nodes), ...inMeta, header];
  const first = (name: keyof ProfileFigures): number | null =>
    sources.find((figures) => figures[name] !== null)?.[name] ?? null;
  const figures = { followers: first('followers'), following: first('following'), posts: first('posts') };
  if (Object.values(figures).every((figure) => figure === null)) return null;
  const person = nodes.find(({ '@type': type }) =>
    [type].flat().some((name) => name === 'Person' || name === 'Organization'),
  );
  return {
    ...figures,
    bio: wordsOf(person?.['description'], DESCRIPTION_MAX) ?? '',
    hasPicture: metaOf(meta, ['og:image'], 8_000) === null ? null : true,
  };
}

/** What schema.org's counters of a profile say: follows of it, follows by it, and what it wrote. */
function figuresOf(nodes: readonly StructuredNode[]): ProfileFigures {
  const counted = (field: string, action: string): number | null => {
    for (const node of nodes) {
      for (const raw of [node[field]].flat()) {
        const counter = Counter.safeParse(raw);
        if (!counter.success) continue;
        const { interactionType: type, userInteractionCount } = counter.data;
        if ((typeof type === 'string' ? type : type['@type']).endsWith(action)) return userInteractionCount;
      }
    }
    return null;
  };
  return {
    followers: counted('interactionStatistic', 'FollowAction'),
    following: counted('agentInteractionStatistic', 'FollowAction'),
    posts: counted('agentInteractionStatistic', 'WriteAction'),
  };
}
