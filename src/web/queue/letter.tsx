import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';

interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** The letter that would be sent; a person may change its words, and approves what they changed. */
export function LetterPreview({
  letter,
  isEditing,
  onEdit,
  onApprove,
}: {
  letter: Letter;
  isEditing: boolean;
  onEdit: (editing: boolean) => void;
  onApprove: (edits: Letter) => void;
}) {
  const [draft, setDraft] = useState(letter);
  if (!isEditing) {
    return (
      <Section title="The letter">
        <div className="rounded-md border border-line bg-panel p-4">
          <p className="mb-2 font-semibold">{letter.subject}</p>
          <p className="max-w-[75ch] whitespace-pre-wrap">{letter.body}</p>
        </div>
      </Section>
    );
  }
  return (
    <Section title="The letter">
      <input
        aria-label="Subject"
        maxLength={200}
        value={draft.subject}
        onChange={(event) => setDraft({ ...draft, subject: event.target.value })}
        className="mb-2 w-full rounded-md border border-line bg-paper px-2 py-1.5 font-semibold"
      />
      <textarea
        aria-label="Text"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        rows={16}
        maxLength={8_000}
        value={draft.body}
        onChange={(event) => setDraft({ ...draft, body: event.target.value })}
        className="w-full rounded-md border border-line bg-paper px-2 py-1.5"
      />
      <div className="mt-2 flex gap-2">
        <Button
          look="primary"
          disabled={draft.subject.trim() === '' || draft.body.trim() === ''}
          onClick={() => onApprove(draft)}
        >
          Approve with these words
        </Button>
        <Button
          look="bare"
          onClick={() => {
            setDraft(letter);
            onEdit(false);
          }}
        >
          Discard changes
        </Button>
      </div>
    </Section>
  );
}
