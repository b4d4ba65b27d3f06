import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { z } from 'zod';
import { Precedent } from '../../domain/precedents/precedent.ts';
import { request } from '../api/request.ts';
import { partnerName } from '../format/partner-name.ts';
import { words } from '../format/words.ts';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';

const Answer = z.strictObject({ items: z.array(Precedent) });
const DECIDED = {
  approve: 'approved',
  edit: 'approved with changes',
  reject: 'rejected',
  respond: 'sent back',
} as const;

/** What people decided on the most similar cards. Silent while there is nothing: it is an aid, never in the way. */
export function PrecedentList({ proposalId }: { proposalId: string }) {
  const { data } = useQuery({
    queryKey: ['proposal', proposalId, 'precedents'],
    queryFn: ({ signal }) => request(`/api/proposals/${proposalId}/precedents`, Answer, { signal }),
    staleTime: 60_000,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title="Decided on similar cards">
      <ul>
        {data.items.map((precedent) => (
          <Row key={precedent.proposalId} precedent={precedent} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ precedent }: { precedent: Precedent }) {
  const { proposalId, title, partnerName: name, decision, by, at, comment, edits, similarity } = precedent;
  return (
    <li className="border-b border-line py-1.5">
      <Link href={`/proposals/${proposalId}`} className="link">
        {title}
      </Link>
      {name !== null && <span className="text-quiet"> · {partnerName(name)}</span>}
      <p>
        <span className="font-medium">{by}</span> {DECIDED[decision]}{' '}
        <span className="text-quiet">
          <Moment iso={at} /> · {Math.round(similarity * 100)} % alike
          {edits !== null &&
            Object.keys(edits).length > 0 &&
            ` · changed ${Object.keys(edits).map(words).join(', ')}`}
        </span>
      </p>
      {comment !== null && <p className="max-w-[75ch] whitespace-pre-wrap">“{comment}”</p>}
    </li>
  );
}
