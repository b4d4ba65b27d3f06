import { Dialog } from '../ui/dialog.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['j  k', 'next, previous card'],
  ['o', 'open the evidence'],
  ['a', 'approve'],
  ['e', 'edit, where words may be changed'],
  ['r', 'reject'],
  ['s', 'snooze until tomorrow morning'],
  ['x', 'select'],
  ['A', 'approve the selected (Shift + a)'],
  ['z', 'undo the last decision'],
  ['?', 'these keys'],
];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="grid grid-cols-[4rem_1fr] gap-y-2">
        {KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-line bg-panel px-1.5 py-0.5 font-mono text-xs whitespace-pre">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
