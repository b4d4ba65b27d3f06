import type { z } from 'zod';
import type { Signal } from '../../domain/proposals/evidence.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';

type SignalOf = z.infer<typeof Signal>;

const STATES = {
  hit: { order: 0, word: 'found', tone: 'lost' },
  pass: { order: 1, word: 'not found', tone: 'plain' },
  not_evaluated: { order: 2, word: 'could not be tested', tone: 'waiting' },
} as const;

/** Everything that was tested, what it found, and what could not be tested: the last never counts as a pass. */
export function SignalList({ signals }: { signals: readonly SignalOf[] }) {
  const sorted = [...signals].sort((left, right) => STATES[left.state].order - STATES[right.state].order);
  return (
    <Section title="What was tested">
      <ul className="flex flex-col">
        {sorted.map((signal) => (
          <li key={signal.name} className="flex items-baseline gap-3 border-b border-line py-1.5">
            <span className="w-32 shrink-0">
              <Tag tone={STATES[signal.state].tone}>{STATES[signal.state].word}</Tag>
            </span>
            <span className={signal.state === 'hit' ? '' : 'text-quiet'}>{signal.sentence}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
