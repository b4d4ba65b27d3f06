import { Link } from 'wouter';
import { FraudScoringView, type ScoredPartner } from '../../domain/http/fraud-scoring-view.ts';
import { usePages } from '../api/use-pages.ts';
import { countText, figureText } from '../format/figure.ts';
import { moneyShort } from '../format/money.ts';
import { words } from '../format/words.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

const Answer = FraudScoringView.nullable();
const VERDICTS: Readonly<
  Record<ScoredPartner['verdict'], { word: string; tone: 'plain' | 'waiting' | 'lost' | 'won' }>
> = {
  decline: { word: 'decline', tone: 'lost' },
  hold: { word: 'hold', tone: 'lost' },
  watch: { word: 'watch', tone: 'waiting' },
  not_identifiable: { word: 'times too coarse', tone: 'plain' },
  insufficient: { word: 'too few orders', tone: 'plain' },
  clean: { word: 'clean', tone: 'won' },
};

const COLUMNS: readonly Column<ScoredPartner>[] = [
  {
    heading: 'Partner',
    cell: (row) => (
      <Link href={`/partners/${encodeURIComponent(row.partner)}`} className="link">
        <PartnerLabel name={row.name} />
      </Link>
    ),
  },
  { heading: 'Type', cell: (row) => row.type && words(row.type) },
  {
    heading: 'Verdict',
    cell: (row) => <Tag tone={VERDICTS[row.verdict].tone}>{VERDICTS[row.verdict].word}</Tag>,
  },
  { heading: 'Families', cell: (row) => row.families.map(words).join(', ') },
  { heading: 'Orders', isNumber: true, cell: (row) => countText(row.conversions) },
  { heading: 'Under 60 s', isNumber: true, cell: (row) => figureText(row.share, 'share', null) },
  { heading: 'Others', isNumber: true, cell: (row) => figureText(row.baselineShare, 'share', null) },
  { heading: 'At risk', isNumber: true, cell: (row) => (row.atRisk === null ? '' : moneyShort(row.atRisk)) },
];

/** Every partner’s verdict, worst first. */
export function FraudPage() {
  const scoring = usePages(['fraud'], '/api/fraud?limit=100', Answer);
  const [first] = scoring.data?.pages ?? [];
  const rows = scoring.data?.pages.flatMap((page) => page?.items ?? []) ?? [];
  return (
    <Page
      title="Fraud"
      says="How soon orders follow the click, whether a basket was waiting, how many clicks an order takes. One kind of evidence is watched, two hold the commission, three propose to decline; a person decides."
    >
      {scoring.isPending && <Skeleton lines={10} className="" />}
      {scoring.isError && (
        <Trouble
          what="The scores could not be read."
          error={scoring.error}
          retry={() => void scoring.refetch()}
        />
      )}
      {first === null && (
        <p className="text-quiet">Nothing is scored yet: start a run of fraud under Runs.</p>
      )}
      {first && (
        <>
          <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
            {Object.entries(VERDICTS).map(([verdict, { word }]) => (
              <span key={verdict}>
                <span className="font-semibold">{first.verdicts[verdict] ?? 0}</span>{' '}
                <span className="text-quiet">{word}</span>
              </span>
            ))}
            <span className="text-quiet">
              scored <Moment iso={first.scoredAt} />
            </span>
          </p>
          <DataTable rows={rows} columns={COLUMNS} rowKey={(row) => row.partner} />
          {scoring.hasNextPage && (
            <Button
              className="mt-3"
              disabled={scoring.isFetching}
              onClick={() => void scoring.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
