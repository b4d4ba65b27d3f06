import type { StatusView } from '../../domain/http/status-view.ts';
import { Tag } from '../ui/tag.tsx';

/** Which programme this is, and what about it is not real. */
export function ProgrammeNote({ status }: { status: StatusView }) {
  const { programme } = status;
  if (programme === null) return <p className="px-3 text-xs text-quiet">No programme yet.</p>;
  return (
    <div className="px-3 text-xs text-quiet">
      <p className="text-ink">{programme.name}</p>
      <p>
        {programme.currency} · {programme.timeZone}
      </p>
      {programme.isDemo && (
        <p className="mt-1">
          <Tag title={programme.simulated.join(', ')}>simulated</Tag> {programme.simulated.join(', ')}. Orders
          and cancellations are real
          {programme.demoShiftWeeks === null ? '' : `; dates moved by ${programme.demoShiftWeeks} weeks`}.
        </p>
      )}
    </div>
  );
}
