import { useEffect } from 'react';

/** Keys by name; a handler that is absent leaves the key to the browser. */
export type KeyHandlers = Readonly<Record<string, (() => void) | undefined>>;

const SAME_AS: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

/** Single keys, while nobody is typing and no dialog is open. */
export function useQueueKeys(handlers: KeyHandlers): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog')) return;
      const handler = handlers[SAME_AS[event.key] ?? event.key];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [handlers]);
}
