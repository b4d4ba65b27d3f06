import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';

interface Props {
  readonly verb: 'Reject' | 'Send back';
  readonly question: string;
  /** Without words it cannot be sent. */
  readonly isRequired?: boolean;
  readonly onSend: (comment: string) => void;
  readonly onCancel: () => void;
}

/** Asks for words before a card is rejected or sent back; they are kept with the decision. */
export function CommentBox({ verb, question, isRequired = false, onSend, onCancel }: Props) {
  const [comment, setComment] = useState('');
  const id = useId();
  const canSend = !isRequired || comment.trim() !== '';
  const send = () => {
    if (canSend) onSend(comment.trim());
  };
  return (
    <div className="arriving flex flex-col gap-2">
      <label htmlFor={id} className="text-xs text-quiet">
        {question}
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
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
        }}
        className="w-full rounded-md border border-line bg-paper px-2 py-1.5"
      />
      <div className="flex items-center gap-2">
        <Button look={verb === 'Reject' ? 'danger' : 'primary'} disabled={!canSend} onClick={send}>
          {verb}
        </Button>
        <Button look="bare" onClick={onCancel}>
          Cancel
        </Button>
        <span className="ml-auto text-xs text-quiet touch:hidden">Ctrl ↵ sends, Esc cancels</span>
      </div>
    </div>
  );
}
