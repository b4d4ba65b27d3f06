import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { LeakDetail } from '../../domain/coupons/coupon-items.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { request } from '../api/request.ts';
import { kindWords } from '../format/kind.ts';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { QuoteBlock } from '../ui/quote-block.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { VERDICT_WORDS } from './verdict-words.ts';

const QUOTE_LENGTH_MAX = 4_000;
const OBSERVED_LENGTH_MAX = 60;

/** One leak: why it is one, what was asked for, and the page before and after. */
export function LeakPage({ id }: { id: string }) {
  const {
    data: leak,
    error,
    refetch,
  } = useQuery({
    queryKey: ['leaks', 'one', id],
    queryFn: () => request(`/api/leaks/${encodeURIComponent(id)}`, LeakDetail),
  });
  if (error || !leak) {
    return (
      <Page title="Leak">
        {error ? (
          <Trouble what="This leak could not be read." error={error} retry={() => void refetch()} />
        ) : (
          <Skeleton lines={8} className="" />
        )}
      </Page>
    );
  }
  const verdict = VERDICT_WORDS[leak.verdict];
  return (
    <Page
      title={`${leak.code} on ${leak.publisher}`}
      says={
        <span className="inline-flex flex-wrap items-center gap-2">
          <Tag tone={verdict.tone}>{verdict.name}</Tag>
          <Tag tone={leak.state === 'open' ? 'waiting' : 'won'}>{leak.state}</Tag>
          {leak.isSimulated && <Tag>simulated</Tag>}
          <Link href="/coupons" className="link">
            All leaks
          </Link>
        </span>
      }
    >
      <div className="flex flex-col gap-6">
        <Section title="Why">
          <ul className="max-w-[75ch] list-disc pl-5">
            {leak.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Section>
        <Section title="What our records say">
          <Facts leak={leak} />
        </Section>
        <Section title="What was asked for">
          {leak.proposals.length === 0 ? (
            <p className="text-quiet">Nothing.</p>
          ) : (
            <ul>
              {leak.proposals.map(({ id: proposalId, kind, status }) => (
                <li key={proposalId}>
                  <Link href={`/proposals/${proposalId}`} className="link">
                    {kindWords(kind).group}
                  </Link>{' '}
                  <span className="text-quiet">{status.replace('_', ' ')}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <div className="grid max-w-7xl gap-6 lg:grid-cols-2">
          <Section title="The page before: as it shows the code">
            <Words page={leak.before} none="This page is kept no more." />
          </Section>
          <Section title="The page after: without the code">
            <Words page={leak.after} none="The code still stands there, as far as the last check saw." />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function Words({ page, none }: { page: LeakDetail['before']; none: string }) {
  if (page === null) return <p className="text-quiet">{none}</p>;
  return (
    <>
      <QuoteBlock text={page.text} lengthMax={QUOTE_LENGTH_MAX} />
      <p className="mt-1 font-mono text-xs text-quiet">sha256 {page.sha256.slice(0, 16)}</p>
    </>
  );
}

function Facts({ leak }: { leak: LeakDetail }) {
  const { facts } = leak;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['The page shows', <code key="seen">{visibleText(leak.observed, OBSERVED_LENGTH_MAX)}</code>],
    ['Page', <bdi key="page">{leak.pageUrl}</bdi>],
    ['Kind of code', facts.codeKind ?? 'not said'],
    ['Owner', leak.ownerName === null ? 'the house' : <PartnerLabel key="owner" name={leak.ownerName} />],
    ['Orders with it', String(facts.orders)],
    ['Credited to the owner', String(facts.ownerOrders)],
    [
      'Credited to the site',
      facts.sitePartnerId === null ? 'the site is no partner’s' : String(facts.siteOrders),
    ],
    ['Not the owner’s shoppers', `${facts.untargetedOrders} of ${facts.knownVisitorOrders} known`],
    ['First seen', <Moment key="first" iso={leak.openedAt} />],
    ...(leak.closedAt === null ? [] : [['Gone', <Moment key="gone" iso={leak.closedAt} />] as const]),
  ];
  return (
    <dl className="grid max-w-[75ch] grid-cols-[auto_1fr] gap-x-6 gap-y-1 tabular-nums">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
