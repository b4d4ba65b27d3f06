import type { QueueCard } from '../api/queue-card.ts';
import { kindWords } from '../format/kind.ts';
import { moneyShort } from '../format/money.ts';
import { PartnerLabel } from '../ui/partner-label.tsx';

/**
 * A button says what happens: `Approve: hold £6,102`, `Approve: block Dealzone`.
 *
 * @param isShort - where the name stands beside it anyway, it is only spoken.
 */
export function ApproveWords({
  card: { kind, money, partner },
  isShort = false,
}: {
  card: Pick<QueueCard, 'kind' | 'money' | 'partner'>;
  isShort?: boolean;
}) {
  const { verb, before } = kindWords(kind);
  if (before === null || partner === null) {
    return (
      <span className="truncate">
        Approve: {verb} {money === null ? '' : moneyShort(money)}
      </span>
    );
  }
  return (
    <span className="max-w-72 truncate">
      Approve: {verb}
      <span className={isShort ? 'sr-only' : ''}>
        {before}
        <PartnerLabel name={partner.name} />
      </span>
    </span>
  );
}
