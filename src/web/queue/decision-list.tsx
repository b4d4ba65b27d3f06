import type { DecisionView } from '../../domain/proposals/proposal-view.ts';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';

/** Who decided what so far, and their words. */
export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  if (decisions.length === 0) return null;
  return (
    <Section title="Decisions">
      <ul>
        {decisions.map((decision) => (
          <li
            key={`${decision.at}:${decision.by}:${decision.decision}`}
            className="border-b border-line py-1.5"
          >
            <span className="font-medium">{decision.by}</span>: {decision.decision}{' '}
            <span className="text-quiet">
              <Moment iso={decision.at} />
            </span>
            {decision.comment !== null && (
              <p className="max-w-[75ch] whitespace-pre-wrap">“{decision.comment}”</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
