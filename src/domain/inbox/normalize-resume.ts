import { z } from 'zod';

/** What somebody answered to a sleeping thread, in one shape; or why the answer cannot be used. */
export type Answer =
  | { readonly decision: 'approve' | 'reject' }
  | { readonly decision: 'respond'; readonly comment: string }
  | { readonly decision: 'edit'; readonly edits: Readonly<Record<string, unknown>> }
  | { readonly invalid: string };

const COMMENT_LENGTH_MAX = 4_000;

const Action = z.object({ args: z.record(z.string(), z.unknown()) });
/** Agent Inbox. `accept` carries the action back as text, which says nothing new. */
const HumanResponse = z.object({ type: z.string(), args: z.unknown().optional() });
/** langchain's middleware, and the same in camel case. */
const Decision = z.object({
  type: z.string(),
  message: z.string().optional(),
  edited_action: Action.optional(),
  editedAction: Action.optional(),
});

/**
 * Reads the three dialects in which people's tools answer an interrupt: Agent Inbox's `[HumanResponse]` (or one
 * alone), `{decisions: [{type, edited_action, message}]}`, and the latter in camel case.
 *
 * Edited fields may arrive as text; whoever applies them parses them again. One answer answers one proposal: none,
 * or several, cannot be used. Nothing here decides: the gate does.
 */
export function normalizeResume(value: unknown): Answer {
  const answers = Array.isArray(value) ? value : listed(value);
  if (answers.length !== 1) return { invalid: `Exactly one answer is needed, not ${answers.length}.` };
  const [answer] = answers;

  const response = HumanResponse.safeParse(answer);
  if (response.success && 'args' in (answer as object)) return fromHumanResponse(response.data);
  const decision = Decision.safeParse(answer);
  if (decision.success) return fromDecision(decision.data);
  return { invalid: 'The answer has none of the shapes known here.' };
}

function listed(value: unknown): unknown[] {
  const list = z.object({ decisions: z.array(z.unknown()) }).safeParse(value);
  if (list.success) return list.data.decisions;
  return value === null || value === undefined ? [] : [value];
}

function fromHumanResponse({ type, args }: z.infer<typeof HumanResponse>): Answer {
  switch (type.toLowerCase()) {
    case 'accept':
      return { decision: 'approve' };
    case 'ignore':
      return { decision: 'reject' };
    case 'response':
      return comment(args);
    case 'edit': {
      const action = Action.safeParse(args);
      return action.success ? { decision: 'edit', edits: action.data.args } : noEdits();
    }
    default:
      return unknownType(type);
  }
}

function fromDecision(decision: z.infer<typeof Decision>): Answer {
  switch (decision.type.toLowerCase()) {
    case 'accept':
    case 'approve':
      return { decision: 'approve' };
    case 'ignore':
    case 'reject':
      return { decision: 'reject' };
    case 'respond':
    case 'response':
      return comment(decision.message);
    case 'edit': {
      const action = decision.editedAction ?? decision.edited_action;
      return action ? { decision: 'edit', edits: action.args } : noEdits();
    }
    default:
      return unknownType(decision.type);
  }
}

function comment(text: unknown): Answer {
  const parsed = z.string().trim().min(1).max(COMMENT_LENGTH_MAX).safeParse(text);
  return parsed.success
    ? { decision: 'respond', comment: parsed.data }
    : { invalid: `A response is a text of 1 to ${COMMENT_LENGTH_MAX} characters.` };
}

const noEdits = (): Answer => ({ invalid: 'An edit brings the edited fields.' });

const unknownType = (type: string): Answer => ({
  invalid: `"${type.slice(0, 40)}" is not one of accept, edit, respond, ignore.`,
});
