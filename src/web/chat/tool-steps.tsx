import type { ToolStep } from '../../domain/chat/chat-event.ts';
import { visibleText } from '../../domain/text/visible-text.ts';

const INPUT_LENGTH_MAX = 200;
const STATES = { running: '…', done: '✓', failed: '✗' } as const;

/** What was looked up for an answer, folded away until somebody wants to know. */
export function ToolSteps({ plan, tools }: { plan: readonly string[]; tools: readonly ToolStep[] }) {
  if (plan.length + tools.length === 0) return null;
  const failed = tools.filter(({ state }) => state === 'failed').length;
  return (
    <details className="mb-1.5 text-xs text-quiet">
      <summary className="w-fit py-0.5">
        {tools.length === 0 ? 'How' : `${tools.length} ${tools.length === 1 ? 'look' : 'looks'}`}
        {failed > 0 && <span className="text-lost"> · {failed} failed</span>}
      </summary>
      <ol className="my-1 list-decimal pl-5">
        {plan.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ul className="flex flex-col gap-1 border-l border-line pl-3 font-mono">
        {tools.map(({ name, input, state, rows }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={at} className="break-words">
            <span className={state === 'failed' ? 'text-lost' : ''}>
              {STATES[state]} {name}
            </span>{' '}
            {visibleText(JSON.stringify(input), INPUT_LENGTH_MAX)}
            {rows !== undefined && ` → ${rows} ${rows === 1 ? 'row' : 'rows'}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
