import { Link } from 'wouter';
import type { ChatChoice, Citation, ToolStep } from '../../domain/chat/chat-event.ts';
import { Button } from '../ui/button.tsx';
import { ToolSteps } from './tool-steps.tsx';

interface AgentWords {
  readonly text: string;
  readonly plan: readonly string[];
  readonly tools: readonly ToolStep[];
  readonly citations: readonly Citation[];
  readonly choices: readonly ChatChoice[];
  /** What is being waited for; absent in what was kept. */
  readonly waiting?: string | null;
}

/** What the person said. */
export function PersonMessage({ text }: { text: string }) {
  return (
    <div
      className="ml-auto max-w-[min(85%,75ch)] rounded-md bg-chosen px-3 py-2 break-words whitespace-pre-wrap"
      dir="auto"
    >
      <span className="sr-only">You: </span>
      {text}
    </div>
  );
}

/** What was answered: words as text, the looks behind them folded, the rows they rest on as links. */
export function AgentMessage({
  words,
  madeBy,
  isAnswering = false,
  onChoose,
}: {
  words: AgentWords;
  /** Which engine said it; null while it is being said. */
  madeBy: string | null;
  isAnswering?: boolean;
  /** Null when the question is not open any more. */
  onChoose: ((message: string) => void) | null;
}) {
  const { text, plan, tools, citations, choices, waiting } = words;
  return (
    <div className="max-w-[75ch]">
      <ToolSteps plan={plan} tools={tools} />
      <div className="break-words whitespace-pre-wrap" dir="auto">
        {text === '' && isAnswering ? <span className="text-quiet">{waiting ?? 'Looking …'}</span> : text}
      </div>
      {citations.length > 0 && (
        <ul aria-label="What this rests on" className="mt-2 flex flex-wrap gap-1.5">
          {citations.map(({ href, label }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same row may be named twice
            <li key={at} className="max-w-full">
              <Link
                href={href}
                className="block max-w-full truncate rounded-md border border-line px-2 py-0.5 text-xs hover:bg-hover touch:py-2"
                dir="auto"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {onChoose !== null && choices.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {choices.map(({ label, message }) => (
            <Button key={message} className="max-w-full whitespace-normal!" onClick={() => onChoose(message)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {madeBy !== null && <p className="mt-1 text-xs text-quiet">{madeBy}</p>}
    </div>
  );
}
