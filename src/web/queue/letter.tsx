import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';

interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface Props {
  readonly letter: Letter;
  readonly isEditing: boolean;
  readonly onEdit: (editing: boolean) => void;
  /** With the changed fields only. */
  readonly onApprove: (edits: Partial<Letter>) => void;
}

/** The letter that would be sent; a person may change its words, and approves what they changed. */
export function LetterPreview({ letter, isEditing, onEdit, onApprove }: Props) {
  if (isEditing) return <LetterForm letter={letter} onEdit={onEdit} onApprove={onApprove} />;
  return (
    <Section title="The letter">
      <div className="max-w-[75ch] rounded-md border border-line bg-panel px-5 py-4">
        <p className="mb-2 font-semibold">{letter.subject}</p>
        <p className="whitespace-pre-wrap">{letter.body}</p>
      </div>
    </Section>
  );
}

function LetterForm({ letter, onEdit, onApprove }: Omit<Props, 'isEditing'>) {
  const [draft, setDraft] = useState(letter);
  const isSame = draft.subject === letter.subject && draft.body === letter.body;
  const isEmpty = draft.subject.trim() === '' || draft.body.trim() === '';
  return (
    <Section title="The letter">
      <form
        className="max-w-[75ch]"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isSame) onEdit(false);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onApprove({
            ...(draft.subject === letter.subject ? {} : { subject: draft.subject }),
            ...(draft.body === letter.body ? {} : { body: draft.body }),
          });
        }}
      >
        <input
          aria-label="Subject"
          maxLength={200}
          value={draft.subject}
          onChange={(event) => setDraft({ ...draft, subject: event.target.value })}
          className="mb-2 w-full rounded-md border border-line bg-paper px-3 py-1.5 font-semibold"
        />
        <textarea
          aria-label="Text of the letter"
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
          autoFocus
          rows={16}
          maxLength={8_000}
          value={draft.body}
          onChange={(event) => setDraft({ ...draft, body: event.target.value })}
          className="field-sizing-content w-full rounded-md border border-line bg-paper px-3 py-2"
        />
        <div className="mt-2 flex gap-2">
          <Button look="primary" type="submit" disabled={isSame || isEmpty}>
            Approve with these words
          </Button>
          <Button look="bare" onClick={() => onEdit(false)}>
            Discard changes
          </Button>
        </div>
      </form>
    </Section>
  );
}
