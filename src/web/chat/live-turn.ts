import type { ChatChoice, ChatEvent, Citation, ToolStep } from '../../domain/chat/chat-event.ts';

/** A turn that is being answered, as far as it has come. */
export interface LiveTurn {
  readonly message: string;
  readonly plan: readonly string[];
  readonly tools: readonly ToolStep[];
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly choices: readonly ChatChoice[];
  /** What is being waited for, as a sentence; null when nothing is. */
  readonly waiting: string | null;
  /** What went wrong, as a sentence; null while nothing did. */
  readonly trouble: string | null;
}

export const liveTurn = (message: string): LiveTurn => ({
  message,
  plan: [],
  tools: [],
  text: '',
  citations: [],
  choices: [],
  waiting: null,
  trouble: null,
});

/** The turn with one more event. */
export function withEvent(turn: LiveTurn, event: ChatEvent): LiveTurn {
  switch (event.event) {
    case 'plan':
      return { ...turn, plan: [...turn.plan, ...event.data.steps] };
    case 'progress':
      return { ...turn, waiting: event.data.message };
    case 'tool':
      return { ...turn, waiting: null, tools: withTool(turn.tools, event.data) };
    case 'answer':
      return {
        ...turn,
        waiting: null,
        text: turn.text + event.data.text,
        citations: [...turn.citations, ...event.data.citations],
      };
    case 'ask':
      return { ...turn, waiting: null, text: turn.text + event.data.question, choices: event.data.choices };
    case 'error':
      return { ...turn, waiting: null, trouble: event.data.message };
    case 'done':
      return turn;
    default:
      return event satisfies never;
  }
}

/** A tool that ends takes the place of its beginning. */
function withTool(tools: readonly ToolStep[], step: ToolStep): readonly ToolStep[] {
  const running = tools.findIndex(({ name, state }) => name === step.name && state === 'running');
  return running < 0 ? [...tools, step] : tools.with(running, step);
}
