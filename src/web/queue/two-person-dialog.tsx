import { useId, useState } from 'react';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { approveLabel } from '../format/approve-label.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** What needs two people asks for the partner's name: a mere "OK?" is clicked away. */
export function TwoPersonDialog({
  proposal,
  onApprove,
  onClose,
}: {
  proposal: ProposalView;
  onApprove: () => void;
  onClose: () => void;
}) {
  const name = proposal.partner?.name ?? proposal.title;
  const [typed, setTyped] = useState('');
  const id = useId();
  const matches = typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  return (
    <Dialog title={approveLabel(proposal)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (matches) onApprove();
        }}
      >
        <p className="mb-3">
          This needs two people.{' '}
          {proposal.approvals === 1
            ? 'You are the second: it happens after this.'
            : 'It happens when a second person approves too.'}
        </p>
        <label htmlFor={id} className="mb-1 block text-xs text-quiet">
          Type the partner’s name, {name}
        </label>
        <input
          id={id}
          autoFocus
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="mb-4 w-full rounded-md border border-line bg-paper px-2 py-1.5"
        />
        <div className="flex gap-2">
          <Button look="primary" type="submit" disabled={!matches}>
            {approveLabel(proposal)}
          </Button>
          <Button look="bare" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
