import { humanReasons, isEnough } from '../../src/domain/inbox/human-reasons.ts';
import { type MailView, viewMail } from '../../src/domain/inbox/mail-view.ts';
import { encodeMails, type MailVectors } from '../../src/model/embedded/inbox/encode-mails.ts';
import { type RawFeatures, rawFeatures } from '../../src/model/embedded/inbox/mail-features.ts';
import { mailLanguage } from '../../src/model/embedded/inbox/mail-language.ts';
import { wishOf } from '../../src/model/embedded/inbox/wish.ts';
import type { SentenceEncoder } from '../../src/model/embedded/sentence-encoder.ts';
import type { MailCase } from './mail-case.ts';
import { mailOfCase } from './mail-of-case.ts';

/** A labelled mail as numbers. */
export interface Example {
  readonly mailCase: MailCase;
  readonly raw: RawFeatures;
  readonly vectors: MailVectors;
  /** See `wishOf`. */
  readonly wish: number;
  /** Whether the rules alone send it to a person. */
  readonly isCaught: boolean;
}

/** Turns labelled mails into numbers, in their order. */
export async function makeExamples(cases: readonly MailCase[], encoder: SentenceEncoder): Promise<Example[]> {
  const views = cases.map((mailCase) => viewMail(mailOfCase(mailCase)));
  const encoded = await encodeMails(views, encoder);
  return cases.map((mailCase, at) => example(mailCase, views[at], encoded[at]));
}

function example(mailCase: MailCase, view: MailView | undefined, vectors: MailVectors | undefined): Example {
  if (view === undefined || vectors === undefined) throw new Error(`${mailCase.id} has no numbers`);
  return {
    mailCase,
    raw: rawFeatures(view, mailLanguage(view), []),
    vectors,
    wish: wishOf(mailCase.labels.intent, mailCase.labels.mustGoToHuman),
    isCaught: humanReasons(view).some(isEnough),
  };
}
