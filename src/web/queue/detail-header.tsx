import { Link } from 'wouter';
import type { QueueCard } from '../api/queue-card.ts';
import { useStatus } from '../api/use-status.ts';
import { kindWords } from '../format/kind.ts';
import { moneyExact } from '../format/money.ts';
import { unbroken, words } from '../format/words.ts';
import { Moment } from '../ui/moment.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Tag } from '../ui/tag.tsx';

/** Who, what and how much; then what will happen, in a sentence. */
export function DetailHeader({ card }: { card: QueueCard }) {
  const { data: status } = useStatus();
  const { partner, money } = card;
  return (
    <header>
      <div className="flex items-start justify-between gap-6">
        <div className="min-w-0">
          <p className="text-xs text-quiet">{kindWords(card.kind).group}</p>
          <h2 className="text-lg font-semibold wrap-anywhere">
            {partner === null ? card.title : <PartnerLabel name={partner.name} />}
          </h2>
        </div>
        {money !== null && (
          <p className="shrink-0 text-right">
            <span className="block text-xs text-quiet">at stake</span>
            <span className="text-lg font-semibold">{moneyExact(money)}</span>
          </p>
        )}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-quiet">
        {partner !== null && (
          <span>
            {words(partner.type)} on {partner.network},{' '}
            <Link href={`/partners/${encodeURIComponent(partner.id)}`} className="link font-mono">
              {partner.id}
            </Link>
          </span>
        )}
        {card.source?.kind === 'mail' && (
          <Link href={`/inbox/${card.source.documentId}`} className="link">
            the mail
          </Link>
        )}
        {status?.programme?.isDemo && <Tag title="The partners of the demo are generated">simulated</Tag>}
        {card.approvalsNeeded === 2 && <Tag tone="waiting">needs two people, has {card.approvals}</Tag>}
        <span>
          expires <Moment iso={card.expiresAt} />
        </span>
      </p>
      <p className="mt-4 font-medium">{card.title}</p>
      <p className="mt-1 max-w-[75ch]">{unbroken(card.summary)}</p>
    </header>
  );
}
