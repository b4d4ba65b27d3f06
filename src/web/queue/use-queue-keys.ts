import { useLayoutEffect } from 'react';

/** Keys by name, capitals with Shift; a handler that is absent leaves the key to the browser. */
export type KeyHandlers = Readonly<Record<string, (() => void) | undefined>>;

const SAME_AS: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };
/** Held down, these go on; a decision is one stroke each. */
const REPEATABLE = ['j', 'k'];

/** Single keys, while nobody is typing and no dialog is open. */
export function useQueueKeys(handlers: KeyHandlers): void {
  // Before the paint: what is on screen can be decided.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (!(event.target instanceof Element)) return;
      if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog'))
        return;
      const key = nameOf(event);
      const handler = handlers[key];
      if (!handler) return;
      event.preventDefault();
      if (!event.repeat || REPEATABLE.includes(key)) handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [handlers]);
}

/** Caps Lock must not turn "approve" into "approve the selected": only Shift makes a capital. */
function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key.length > 1) return SAME_AS[key] ?? key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}
