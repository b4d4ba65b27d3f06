import { useState } from 'react';
import { Link } from 'wouter';
import { pageOf } from '../../domain/http/page-of.ts';
import { MailItem } from '../../domain/inbox/mail-item.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { usePages } from '../api/use-pages.ts';
import { words } from '../format/words.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { BoxTroubles } from './box-troubles.tsx';
import { statusWords, subjectWords } from './mail-words.ts';
import { SenderLabel } from './sender-label.tsx';

const MailPage = pageOf(MailItem);
const SUBJECT_LENGTH_MAX = 140;

/** Which part of the mail is listed; the address of the API is all that differs. */
const VIEWS = [
  { name: 'All mail', query: '' },
  { name: 'Goes to a person', query: '&route=human' },
  { name: 'Answer drafted', query: '&route=draft_for_approval' },
  { name: 'Could not be read', query: '&status=needs_review' },
  { name: 'Nothing to answer', query: '&route=ignore' },
] as const;

const COLUMNS: readonly Column<MailItem>[] = [
  {
    heading: 'Subject',
    cell: (mail) => (
      <Link href={`/inbox/${mail.id}`} className="link" dir="auto">
        {visibleText(subjectWords(mail), SUBJECT_LENGTH_MAX)}
      </Link>
    ),
  },
  { heading: 'From', cell: (mail) => (mail.direction === 'out' ? 'us' : <SenderLabel {...mail.from} />) },
  {
    heading: 'What it wants',
    cell: (mail) => (mail.intent === null ? '' : words(mail.intent)),
  },
  {
    heading: 'What became of it',
    cell: (mail) => {
      if (mail.direction === 'out') return <Tag tone="won">sent</Tag>;
      const { word, tone } = statusWords(mail.status);
      return <Tag tone={tone}>{word}</Tag>;
    },
  },
  {
    heading: 'Came',
    cell: (mail) => (
      <span className="whitespace-nowrap">
        <Moment iso={mail.receivedAt} />
      </span>
    ),
  },
];

/** Every mail, newest first, with what was made of it. Deciding happens in the queue. */
export function InboxPage() {
  const [view, setView] = useState(0);
  const query = VIEWS[view]?.query ?? '';
  const mails = usePages(['mails', query], `/api/mails?limit=100${query}`, MailPage);
  const rows = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Inbox"
      says="Each mail is read on its own: what it wants, how urgent it is, whether a person must see it. Answers wait in the queue; nothing is sent without a decision."
    >
      <BoxTroubles />
      <fieldset className="mb-4 flex flex-wrap gap-2">
        <legend className="sr-only">Which mail</legend>
        {VIEWS.map(({ name }, at) => (
          <Button
            key={name}
            look={at === view ? 'quiet' : 'bare'}
            aria-pressed={at === view}
            onClick={() => setView(at)}
          >
            {name}
          </Button>
        ))}
      </fieldset>
      {mails.isPending && <Skeleton lines={10} className="" />}
      {mails.isError && (
        <Trouble
          what="The mail could not be listed."
          error={mails.error}
          retry={() => void mails.refetch()}
        />
      )}
      {mails.isSuccess && rows.length === 0 && (
        <p className="max-w-[75ch] text-quiet">
          {view === 0
            ? 'No mail yet. Set MARGINKEEPER_IMAP_URL to read a mailbox, or bring files in with "marginkeeper import mail".'
            : 'No mail of this sort.'}
        </p>
      )}
      {rows.length > 0 && <DataTable rows={rows} columns={COLUMNS} rowKey={(mail) => mail.id} />}
      {mails.hasNextPage && (
        <Button className="mt-3" disabled={mails.isFetching} onClick={() => void mails.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}
