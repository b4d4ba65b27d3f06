import type { MailDetail } from '../../domain/inbox/mail-detail.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { Section } from '../ui/section.tsx';

type Facts = NonNullable<MailDetail['facts']>;
const LENGTH_MAX = 200;

/** What its head and its structure say, for whoever doubts it. */
export function MailFacts({ facts }: { facts: Facts }) {
  return (
    <Section title="What its head says">
      <ul className="max-w-[75ch] list-disc pl-5 text-quiet">
        {sentencesOf(facts).map((sentence) => (
          <li key={sentence}>{visibleText(sentence, LENGTH_MAX)}</li>
        ))}
      </ul>
    </Section>
  );
}

function sentencesOf(facts: Facts): string[] {
  const { spf, dkim, dmarc } = facts.authentication;
  return [
    `The receiving server says SPF ${spf ?? 'unknown'}, DKIM ${dkim ?? 'unknown'}, DMARC ${dmarc ?? 'unknown'}.`,
    ...(facts.replyTo === null ? [] : [`It wants its answer at ${facts.replyTo.address}.`]),
    ...(facts.forwardedFrom.length === 0
      ? []
      : [
          `It passes on what ${facts.forwardedFrom.map(({ address }) => address).join(', ')} is said to have written.`,
        ]),
    ...(facts.automatic === null ? [] : [`A program wrote it: ${facts.automatic}.`]),
    ...(facts.isBounce ? ['It is a report of mail that could not be delivered.'] : []),
    ...(facts.calendarMethod === null ? [] : [`It carries a calendar entry: ${facts.calendarMethod}.`]),
    ...(facts.hasHiddenText ? ['It holds words that no reader would see.'] : []),
    ...(facts.isMessageIdRepeated ? ['Another mail came under the same Message-ID.'] : []),
    ...facts.troubles,
  ];
}
