import { visibleText } from '../../domain/text/visible-text.ts';

const LENGTH_MAX = 120;

/** Who a mail says it is from: a stranger's words, with what is invisible made visible. */
export function SenderLabel({ name, address }: { name: string; address: string }) {
  const shown = name.trim() === '' ? address : name;
  return (
    <span dir="auto" title={visibleText(address, LENGTH_MAX)}>
      {shown === '' ? 'unknown sender' : visibleText(shown, LENGTH_MAX)}
    </span>
  );
}
