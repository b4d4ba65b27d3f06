import { z } from 'zod';
import { type CandidateRow, partnerCandidates } from '../../db/queries/partners/partner-candidates.ts';
import { nameLikeness, nameWords } from '../../src/domain/chat/name-likeness.ts';
import { defineTool } from '../define-tool.ts';

const LIKELY_FROM = 0.72;
const NAMES_MAX = 5;
/** A slip of the pen seldom hits both ends of a word. */
const PART_LENGTH = 3;
const WORD_LENGTH_MIN = 3;

const Candidate = z.object({
  partnerId: z.string(),
  name: z.string(),
  type: z.string(),
  network: z.string(),
  /** In [0, 1]; 1 for an id, address, site or name that stands there exactly. */
  likeness: z.number(),
});

export const findPartners = defineTool({
  name: 'partners_find',
  description:
    'Which partners some words may mean: by name (slips of the pen allowed), id, website or e-mail address. Best first; the ids of other tools come from here.',
  effect: 'reads',
  // Names are written by partners.
  exposure: { strangersText: true, privateData: true },
  input: z.strictObject({ words: z.string().min(1).max(2_000) }),
  arguments: { words: 'TEXT' },
  output: z.object({ candidates: z.array(Candidate).max(NAMES_MAX) }),
  limits: { seconds: 10 },

  async run({ words }, { db }) {
    const said = nameWords(words);
    const telling = said.filter((word) => word.length >= WORD_LENGTH_MIN);
    const rows = await partnerCandidates(db, {
      message: words.toLowerCase(),
      words: words
        .toLowerCase()
        .split(/[\s,;:?!"'()<>“”„«»]+/)
        .flatMap((word) => word.replace(/^(?:https?:\/\/)?(?:www\.)?|[./]+$/g, '') || []),
      parts: [...new Set(telling.flatMap((word) => [word.slice(0, PART_LENGTH), word.slice(-PART_LENGTH)]))],
    });
    return {
      candidates: rows
        .map((row) => candidateOf(row, said))
        .filter(({ likeness }) => likeness >= LIKELY_FROM)
        .sort((left, right) => right.likeness - left.likeness || right.name.length - left.name.length)
        .slice(0, NAMES_MAX),
    };
  },
});

function candidateOf(row: CandidateRow, said: readonly string[]): z.infer<typeof Candidate> {
  const { partner_id: partnerId, name, type, network } = row;
  return {
    partnerId,
    name,
    type,
    network,
    likeness: row.is_exact ? 1 : nameLikeness(said, nameWords(name)),
  };
}
