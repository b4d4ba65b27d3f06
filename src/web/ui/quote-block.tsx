import { visibleText } from '../../domain/text/visible-text.ts';

const LENGTH_MAX = 2_000;

/** A stranger's words: marked, monospaced, and with what is invisible made visible. Line breaks stay. */
export function QuoteBlock({ text, lengthMax = LENGTH_MAX }: { text: string; lengthMax?: number }) {
  const lines = text.slice(0, lengthMax).split(/\r?\n/);
  return (
    <blockquote
      className="max-w-[75ch] border-l-2 border-waiting bg-panel px-3 py-2 font-mono text-xs break-words whitespace-pre-wrap"
      dir="auto"
    >
      {lines.map((line) => visibleText(line, lengthMax)).join('\n')}
    </blockquote>
  );
}
