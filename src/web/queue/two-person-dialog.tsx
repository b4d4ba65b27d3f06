import { useId, useState } from 'react';
import type { QueueCard } from '../api/queue-card.ts';
import { isNameOf, partnerName } from '../format/partner-name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ApproveWords } from './approve-words.tsx';

interface Props {
  readonly card: QueueCard;
  /** How many more are asked for after this one. */
  readonly more: number;
  readonly onApprove: () => void;
  readonly onClose: () => void;
}

/** What needs two people asks for the partner's name: a mere "OK?" is clicked away. */
export function TwoPersonDialog({ card, more, onApprove, onClose }: Props) {
  const partner = card.partner ?? { id: card.title, name: card.title };
  const [typed, setTyped] = useState('');
  const id = useId();
  const matches = isNameOf(typed, partner);
  return (
    <Dialog title={<ApproveWords card={card} />} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (matches) onApprove();
        }}
      >
        <p className="mb-3">
          This needs two people.{' '}
          {card.approvals === 1
            ? 'You are the second: it happens after this.'
            : 'It happens when a second person approves too.'}
          {more > 0 && ` ${more} more of the selected are asked for after this.`}
        </p>
        <label htmlFor={id} className="mb-1 block text-xs text-quiet">
          Type the partner’s name, <bdi className="font-semibold text-ink">{partnerName(partner.name)}</bdi>,
          or its id, <span className="font-mono text-ink">{partner.id}</span>
        </label>
        <input
          id={id}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="mb-4 w-full rounded-md border border-line bg-paper px-2 py-1.5"
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" disabled={!matches}>
            <ApproveWords card={card} />
          </Button>
          <Button look="bare" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
