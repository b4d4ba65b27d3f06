import { Refusal } from '../../domain/errors.ts';
import type { ParsedMail } from '../../domain/inbox/parsed-mail.ts';
import type { Triage } from '../../domain/inbox/triage.ts';
import { type Asking, ask } from '../asking.ts';
import type { TriageContext } from '../embedded/inbox/triage-mail.ts';
import type { MadeBy, Reading } from '../engine.ts';
import { NO_COST } from '../no-cost.ts';
import { fence } from './fence.ts';
import { MailReading } from './mail-reading.ts';
import { mergeReading } from './merge-reading.ts';
import { READ_MAIL, READ_MAIL_SYSTEM } from './read-mail-prompt.ts';
import { realQuotes } from './real-quotes.ts';
import { shownMail } from './shown-mail.ts';

const PROMPT = `${READ_MAIL.name}@${READ_MAIL.version}`;

/**
 * Has a model read one stranger's mail, in quarantine: no tools, nothing of ours in sight but whether the sender is a
 * partner, and an answer of closed words.
 *
 * @param base - the embedded engine's reading, which stands when the model has none to offer: then the mail goes to a
 *   person, marked, unless it was never asked because the budget is used up.
 */
export async function rereadMail(
  asking: Asking,
  mail: ParsedMail,
  base: Triage,
  baseMadeBy: MadeBy,
  context: Pick<TriageContext, 'now'>,
): Promise<Reading> {
  const shown = shownMail(mail);
  const sender = base.partner === null ? 'not known to us' : 'a partner of the programme';
  try {
    const { answer, cost } = await ask(asking, {
      prompt: PROMPT,
      about: '',
      system: READ_MAIL_SYSTEM,
      user: `The sender is ${sender}. The mail:\n${fence(shown.lines)}`,
      answer: MailReading,
    });
    const writtenAt = mail.date === null ? context.now : new Date(mail.date);
    const language = base.language === 'und' ? answer.language : base.language;
    const quotes = realQuotes(answer.quotes, shown, { language, writtenAt });
    return {
      triage: mergeReading(base, answer, quotes, writtenAt),
      madeBy: { engine: asking.client.name, prompt: PROMPT },
      needsReview: false,
      quotes,
      cost,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const needsReview = error.code !== 'model_over_budget';
    return {
      triage: needsReview ? { ...base, route: 'human' } : base,
      madeBy: baseMadeBy,
      needsReview,
      quotes: [],
      cost: NO_COST,
    };
  }
}
