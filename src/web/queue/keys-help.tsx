import { Dialog } from '../ui/dialog.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['j, k', 'next, previous card'],
  ['o', 'open the evidence'],
  ['a', 'approve'],
  ['e', 'edit, where words may be changed'],
  ['r', 'reject'],
  ['s', 'snooze until tomorrow morning'],
  ['x', 'select'],
  ['A', 'approve the selected'],
  ['z', 'undo the last decision'],
  ['?', 'these keys'],
];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="grid grid-cols-[6rem_1fr] gap-y-1.5">
        {KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt className="font-mono">{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
