import { type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** At the thumb on a narrow screen, instead of in the middle. */
  readonly isSheet?: boolean;
}

/** A modal of the browser's own: focus stays inside and goes back where it was, Escape closes it. */
export function Dialog({ title, onClose, children, isSheet = false }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the key that does is Escape, which the browser handles
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
      className={`arriving w-[min(34rem,calc(100vw-2rem))] border border-line bg-paper text-ink shadow-lg backdrop:bg-black/45 ${isSheet ? 'mx-auto mt-auto mb-0 max-w-none rounded-t-xl rounded-b-none max-md:w-full' : 'm-auto rounded-md'}`}
    >
      <div className="p-5">
        <h2 id={id} className="mb-3 text-lg font-semibold">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
