import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { MESSAGE_LENGTH_MAX } from '../../domain/chat/chat-request.ts';
import { Button } from '../ui/button.tsx';

interface Props {
  readonly isAnswering: boolean;
  readonly onSay: (message: string) => void;
  readonly onStop: () => void;
}

/** Where one writes. Enter sends, Shift+Enter makes a new line, Escape stops the answer. */
export function Composer({ isAnswering, onSay, onStop }: Props) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // A finger calls for its keyboard itself.
    if (window.matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);

  const say = (): void => {
    if (isAnswering || text.trim() === '') return;
    onSay(text.trim());
    setText('');
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isAnswering) {
      event.preventDefault();
      onStop();
    }
    // While a word is being composed (Japanese, accents), Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      say();
    }
  };
  return (
    <form
      className="flex items-end gap-2 border-t border-line px-6 py-3 max-md:px-4"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <textarea
        aria-label="Message"
        ref={field}
        rows={Math.min(6, text.split('\n').length)}
        maxLength={MESSAGE_LENGTH_MAX}
        value={text}
        placeholder="Ask about this programme …"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKey}
        className="min-h-9 max-w-[75ch] min-w-0 flex-1 resize-none rounded-md border border-line bg-paper px-3 py-1.5 placeholder:text-quiet touch:min-h-11 touch:py-2.5"
      />
      {isAnswering ? (
        <Button className="min-h-9" shortcut="Esc" onClick={onStop}>
          Stop
        </Button>
      ) : (
        <Button className="min-h-9" look="primary" type="submit" disabled={text.trim() === ''} shortcut="↵">
          Send
        </Button>
      )}
    </form>
  );
}
