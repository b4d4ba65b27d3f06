import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import type { MadeDecision } from './use-decisions.ts';

/** The last decision, while it can still be taken back. */
export function UndoBar({ decision, onUndo }: { decision: MadeDecision | undefined; onUndo: () => void }) {
  const until = decision?.undoUntil ?? null;
  const [now, setNow] = useState(() => Date.now());
  const secondsLeft = until === null ? 0 : Math.ceil((Date.parse(until) - now) / 1_000);

  useEffect(() => {
    if (until === null) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until]);

  if (!decision || secondsLeft <= 0) return null;
  return (
    <div
      role="status"
      className="arriving fixed bottom-4 left-1/2 z-20 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-4 rounded-md bg-ink px-4 py-2 text-paper shadow-lg max-md:bottom-20"
    >
      <span className="truncate">{decision.title}</span>
      <span className="text-xs whitespace-nowrap opacity-80">leaves in {secondsLeft} s</span>
      <Button
        look="bare"
        className="font-semibold underline hover:bg-transparent"
        shortcut="z"
        onClick={onUndo}
      >
        Undo
      </Button>
    </div>
  );
}
