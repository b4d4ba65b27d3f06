import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';

/** Asks why before refusing; the reason is kept, and the next card like this one shows it. */
export function RejectBox({
  onReject,
  onCancel,
}: {
  onReject: (comment: string) => void;
  onCancel: () => void;
}) {
  const [comment, setComment] = useState('');
  const id = useId();
  const reject = () => onReject(comment.trim());
  return (
    <div className="mt-2 flex flex-col gap-2">
      <label htmlFor={id} className="text-xs text-quiet">
        Why not? (optional, kept with the decision)
      </label>
      <textarea
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        rows={2}
        maxLength={4_000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) reject();
        }}
        className="w-full rounded-md border border-line bg-paper px-2 py-1"
      />
      <div className="flex gap-2">
        <Button look="danger" onClick={reject}>
          Reject
        </Button>
        <Button look="bare" onClick={onCancel}>
          Keep it
        </Button>
      </div>
    </div>
  );
}
