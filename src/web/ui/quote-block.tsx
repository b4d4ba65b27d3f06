import { visibleText } from '../../domain/text/visible-text.ts';

/** A stranger's words: marked, monospaced, and with what is invisible made visible. */
export function QuoteBlock({ text }: { text: string }) {
  return (
    <blockquote
      className="border-l-2 border-waiting bg-panel px-3 py-2 font-mono text-xs break-words whitespace-pre-wrap"
      dir="auto"
    >
      {visibleText(text, 2_000)}
    </blockquote>
  );
}
