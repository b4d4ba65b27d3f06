import type { z } from 'zod';
import type { Signal } from '../../domain/proposals/evidence.ts';
import { unbroken, words } from '../format/words.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';

type SignalOf = z.infer<typeof Signal>;

const WORDS = {
  hit: { word: '● found', tone: 'lost' },
  pass: { word: 'not found', tone: 'plain' },
  not_evaluated: { word: 'not testable', tone: 'waiting' },
} as const;

/** What was found; then what could not be tested, which never counts as a pass; what was not found on demand. */
export function SignalList({ signals }: { signals: readonly SignalOf[] }) {
  const of = (state: SignalOf['state']) => signals.filter((signal) => signal.state === state);
  const passed = of('pass');
  const untested = of('not_evaluated');
  return (
    <Section title="What was tested">
      <Rows signals={of('hit')} />
      {untested.length > 0 && (
        <details className="border-b border-line">
          <summary className="py-1.5 text-quiet hover:text-ink">
            {untested.length} {untested.length === 1 ? 'rule' : 'rules'} could not be tested; that clears
            nobody
          </summary>
          <Rows signals={untested} />
        </details>
      )}
      {passed.length > 0 && (
        <details className="border-b border-line">
          <summary className="py-1.5 text-quiet hover:text-ink">
            {passed.length} {passed.length === 1 ? 'rule' : 'rules'} found nothing
          </summary>
          <Rows signals={passed} />
        </details>
      )}
    </Section>
  );
}

function Rows({ signals }: { signals: readonly SignalOf[] }) {
  return (
    <ul className="border-t border-line">
      {signals.map((signal) => (
        <li
          key={signal.name}
          className="flex items-baseline gap-3 border-b border-line py-1.5 last:border-0 max-md:flex-col max-md:gap-1"
        >
          <span className="w-24 shrink-0">
            <Tag tone={WORDS[signal.state].tone}>{WORDS[signal.state].word}</Tag>
          </span>
          <span className="max-w-[75ch]">
            {unbroken(signal.sentence)}
            <span className="ml-2 text-xs text-quiet">{words(signal.family)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
