import { DecidedRow } from './decided-row.tsx';
import type { MadeDecision } from './made-decision.ts';
import { UndoBar } from './undo-bar.tsx';

/** Rows that are followed to their receipt one by one; a stroke of hundreds is not asked for that often. */
const FOLLOWED_MAX = 60;

interface Props {
  readonly made: readonly MadeDecision[];
  readonly onUndo: (decisions: readonly MadeDecision[]) => void;
}

/** What was decided on this page just now, newest first, and how far it got. It stands below the list and moves nothing. */
export function DecidedTray({ made, onUndo }: Props) {
  const told = made.filter(({ failure }) => failure === null);
  if (told.length === 0) return null;
  const lastStroke = told.filter(({ stroke }) => stroke === told[0]?.stroke);
  return (
    <section aria-label="Decided just now" className="border-t border-line bg-panel">
      <UndoBar stroke={lastStroke} onUndo={() => onUndo(lastStroke)} />
      <ul className="max-h-34 overflow-y-auto overscroll-contain py-1">
        {told.slice(0, FOLLOWED_MAX).map((decision) => (
          <DecidedRow key={decision.card.id} decision={decision} rows={Math.min(told.length, FOLLOWED_MAX)} />
        ))}
        {told.length > FOLLOWED_MAX && (
          <li className="px-3 py-1 text-xs text-quiet">and {told.length - FOLLOWED_MAX} more</li>
        )}
      </ul>
    </section>
  );
}
