import { Link } from 'wouter';
import type { MailDetail } from '../../domain/inbox/mail-detail.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';
import { SenderLabel } from './sender-label.tsx';

const SUBJECT_LENGTH_MAX = 120;

/** The mails before and after this one; nothing when it stands alone. */
export function Conversation({ mails, hereId }: { mails: MailDetail['thread']; hereId: string }) {
  if (mails.length < 2) return null;
  return (
    <Section title="The conversation">
      <ol>
        {mails.map(({ id, direction, at, from, subject }) => (
          <li key={id} aria-current={id === hereId || undefined} className="border-b border-line py-1.5">
            {direction === 'out' ? 'We wrote' : <SenderLabel {...from} />}{' '}
            <span className="text-quiet">
              <Moment iso={at} />
            </span>{' '}
            {id === hereId ? (
              <span className="text-quiet">this mail</span>
            ) : (
              <Link href={`/inbox/${id}`} className="link" dir="auto">
                {visibleText(subject.trim() === '' ? '(no subject)' : subject, SUBJECT_LENGTH_MAX)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
