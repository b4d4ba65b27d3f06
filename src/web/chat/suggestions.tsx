import { Button } from '../ui/button.tsx';

const SUGGESTIONS = [
  'What waits for me?',
  'How does the programme stand?',
  'Which mail needs me?',
  'What did the last run do?',
  'What was sent lately?',
  'What can you do?',
] as const;

/** What one may begin with. */
export function Suggestions({ onChoose }: { onChoose: (message: string) => void }) {
  return (
    <div className="max-w-[75ch]">
      <p className="text-quiet">
        Answers come from the rows of this programme and link to them. The chat can put a proposal into the
        queue; it approves and sends nothing.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {SUGGESTIONS.map((message) => (
          <Button key={message} onClick={() => onChoose(message)}>
            {message}
          </Button>
        ))}
      </div>
    </div>
  );
}
