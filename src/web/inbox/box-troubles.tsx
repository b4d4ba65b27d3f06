import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { MailBox } from '../../domain/inbox/mail-box.ts';
import { request } from '../api/request.ts';
import { Moment } from '../ui/moment.tsx';

const Answer = z.strictObject({ items: z.array(MailBox) });
const LOOK_AGAIN_MS = 60_000;

/** Folders that cannot be read at the moment, and why; silent when all is well. */
export function BoxTroubles() {
  const { data } = useQuery({
    queryKey: ['mails', 'boxes'],
    queryFn: () => request('/api/mails/boxes', Answer),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const troubled = data?.items.filter(({ error }) => error !== null) ?? [];
  if (troubled.length === 0) return null;
  return (
    <ul role="alert" className="mb-4 border-l-2 border-lost px-3 text-lost">
      {troubled.map(({ account, folder, error, nextTryAt }) => (
        <li key={`${account}/${folder}`}>
          {account}, {folder}: {error?.message}
          {nextTryAt !== null && (
            <span className="text-quiet">
              {' '}
              Tried again <Moment iso={nextTryAt} />.
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
