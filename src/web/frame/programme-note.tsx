import type { StatusView } from '../../domain/http/status-view.ts';
import { Tag } from '../ui/tag.tsx';

/** Which programme this is, and what about it is not real. */
export function ProgrammeNote({ status }: { status: StatusView }) {
  const { programme } = status;
  if (programme === null) return <p className="text-xs text-quiet">No programme yet.</p>;
  return (
    <div className="text-xs text-quiet">
      <p className="font-semibold text-ink">{programme.name}</p>
      <p>
        {programme.currency} · {programme.timeZone}
      </p>
      {programme.isDemo && (
        <details className="mt-1">
          <summary>
            <Tag>simulated</Tag> in parts
          </summary>
          <p className="mt-1">
            Orders and cancellations are real
            {programme.demoShiftWeeks === null
              ? ''
              : `, their dates moved by ${programme.demoShiftWeeks} weeks`}
            . Simulated: {programme.simulated.join(', ')}.
          </p>
        </details>
      )}
    </div>
  );
}
