import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { MailDetail } from '../../domain/inbox/mail-detail.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { request } from '../api/request.ts';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { QuoteBlock } from '../ui/quote-block.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Conversation } from './conversation.tsx';
import { MailFacts } from './mail-facts.tsx';
import { statusWords, subjectWords } from './mail-words.ts';
import { PartsList } from './parts-list.tsx';
import { SenderLabel } from './sender-label.tsx';
import { TriageList } from './triage-list.tsx';

const TITLE_LENGTH_MAX = 140;

/** One mail as text, what was made of it, and its conversation. */
export function MailPage({ id }: { id: string }) {
  const {
    data: mail,
    error,
    refetch,
  } = useQuery({ queryKey: ['mails', 'one', id], queryFn: () => request(`/api/mails/${id}`, MailDetail) });
  if (error || !mail) {
    return (
      <Page title="Mail">
        {error ? (
          <Trouble what="This mail could not be shown." error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton lines={10} className="" />
        )}
      </Page>
    );
  }
  const title = visibleText(subjectWords(mail), TITLE_LENGTH_MAX);
  return (
    <Page title={title} heading={<span dir="auto">{title}</span>} says={<Head mail={mail} />}>
      <div className="flex max-w-4xl flex-col gap-6">
        {mail.unreadable !== null && (
          <p role="alert" className="border-l-2 border-lost px-3 text-lost">
            {mail.unreadable.message}
          </p>
        )}
        {mail.triage !== null && <TriageList triage={mail.triage} />}
        {mail.text !== null && (
          <Section title="What it says">
            <QuoteBlock text={mail.text} lengthMax={mail.text.length} />
            {mail.isTextCut && <p className="text-quiet">Only its beginning is shown.</p>}
          </Section>
        )}
        <PartsList parts={mail.parts} />
        <Conversation mails={mail.thread} hereId={mail.id} />
        {mail.facts !== null && <MailFacts facts={mail.facts} />}
      </div>
    </Page>
  );
}

function Head({ mail }: { mail: MailDetail }) {
  const { word, tone } = statusWords(mail.status);
  return (
    <>
      {mail.direction === 'out' ? 'We wrote it' : <SenderLabel {...mail.from} />} ·{' '}
      <Moment iso={mail.receivedAt} /> ·{' '}
      {mail.direction === 'out' ? <Tag tone="won">sent</Tag> : <Tag tone={tone}>{word}</Tag>}
      {mail.isSimulated && (
        <>
          {' '}
          <Tag>simulated</Tag>
        </>
      )}
      {mail.partnerId !== null && (
        <>
          {' · '}
          <Link href={`/partners/${encodeURIComponent(mail.partnerId)}`} className="link">
            their partner page
          </Link>
        </>
      )}
    </>
  );
}
