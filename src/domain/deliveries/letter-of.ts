import { filledSubject } from '../inbox/reply-subject.ts';
import type { Effect } from '../proposals/effect.ts';

/** One mail as it leaves: plain words of ours to one address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly inReplyTo: string | null;
  /** Oldest first. */
  readonly references: readonly string[];
  /** No person has read it before it left. */
  readonly isAutomatic: boolean;
  /** An answer to somebody who asked; all else tells how to get no more of it. */
  readonly isPersonal: boolean;
}

/** What our own rows say about whom an effect concerns. */
export interface LetterFacts {
  /** The partner's address on file, or the one that an application names; null when there is none. */
  readonly addressOnFile: string | null;
  /** Of the mail by which an application came; null when it came otherwise. */
  readonly conversation: {
    readonly inReplyTo: string;
    readonly references: readonly string[];
    readonly fromAddress: string;
    readonly subject: string;
  } | null;
  /** Of the mail that an effect answers; null when it answers none, or the mail is gone. */
  readonly answered: {
    readonly fromAddress: string;
    readonly subject: string;
    /** It answers by itself, or says that a mail could not be delivered. */
    readonly isByMachine: boolean;
  } | null;
}

const REFERENCES_MAX = 20;
/** Nothing that would mean something else to a mail server. */
const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u;

/**
 * The letter of an effect, or a sentence that says why there is none. Every address is one of our own rows': a word of an
 * effect alone sends nothing anywhere.
 */
export function letterOf(
  effect: Effect,
  { addressOnFile, answered, conversation }: LetterFacts,
): Letter | string {
  const onFile = addressOnFile?.trim().toLowerCase() ?? null;
  switch (effect.kind) {
    case 'mail.reply': {
      if (answered === null) return 'The mail that this answers is no longer there.';
      if (answered.isByMachine)
        return 'The mail that this answers was written by a machine; nobody reads an answer.';
      const to = effect.to.toLowerCase();
      if (to !== answered.fromAddress.toLowerCase() && to !== onFile) {
        return 'It is addressed neither to the sender of the mail nor to the partner’s address on file.';
      }
      const { inReplyTo, references, automatic: isAutomatic } = effect;
      return checked({
        ...wordsOf(effect, answered, to),
        to,
        inReplyTo,
        references: references.slice(-REFERENCES_MAX),
        isAutomatic,
        isPersonal: !isAutomatic,
      });
    }
    case 'partner.payout-details':
      if (effect.to.toLowerCase() !== onFile) return 'It is not addressed to the partner’s address on file.';
      return checked(toPartner(effect, onFile));
    case 'partner.warn':
    case 'partner.offboard':
      if (onFile === null) return 'There is no mail address on file for this partner.';
      return checked(toPartner(effect, onFile));
    case 'application.accept':
    case 'application.decline':
    case 'application.ask':
      if (onFile === null || effect.to?.toLowerCase() !== onFile) {
        return 'It is not addressed to the address that the application names.';
      }
      return checked({
        ...toPartner(effect, onFile),
        ...wordsOf(effect, conversation, onFile),
        inReplyTo: conversation?.inReplyTo ?? null,
        references: conversation?.references.slice(-REFERENCES_MAX) ?? [],
        isAutomatic: effect.automatic,
        isPersonal: true,
      });
    case 'commission.hold':
    case 'commission.clawback':
    case 'commission.correct':
    case 'commission.change':
    case 'partner.block':
    case 'mail.hand-over':
    case 'code.retire':
    case 'code.reissue':
    case 'commission.zero-non-owner':
    case 'site.blacklist':
    case 'network.extend-lock':
      return 'This is no letter.';
    default:
      return effect satisfies never;
  }
}

/** The words of an answer, under the subject of the mail that it goes back to. */
function wordsOf(
  { subject, body }: { subject: string; body: string },
  mail: { readonly fromAddress: string; readonly subject: string } | null,
  to: string,
): { subject: string; body: string } {
  const theirs = mail !== null && mail.fromAddress.toLowerCase() === to ? mail.subject : null;
  return { subject: filledSubject(subject, theirs), body };
}

function toPartner({ subject, body }: { subject: string; body: string }, to: string): Letter {
  return {
    subject,
    body,
    to,
    inReplyTo: null,
    references: [],
    isAutomatic: false,
    isPersonal: false,
  };
}

const checked = (letter: Letter): Letter | string =>
  ADDRESS.test(letter.to) ? letter : 'Its address is none that a mail server could take.';
