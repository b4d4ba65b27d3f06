import type { ConnectionItem } from '../../domain/connections/connection-item.ts';
import { countText } from '../format/figure.ts';
import { Tag } from '../ui/tag.tsx';
import { SetAsideList } from './set-aside-list.tsx';
import { StreamsTable } from './streams-table.tsx';

/** One network or shop: its streams, the calls it takes, what was set aside of it, and what its documents leave open. */
export function ConnectedSystem({ item }: { readonly item: ConnectionItem }) {
  const { system, title, state, problem, streams, calls, limitations } = item;
  const setAside = streams.reduce((sum, stream) => sum + stream.setAside, 0);
  const heading = `connection-${system}`;
  return (
    <section aria-labelledby={heading} data-system={system}>
      <h2 id={heading} className="mb-1.5 flex flex-wrap items-center gap-2 font-semibold">
        <bdi>{title}</bdi>
        <StateTag item={item} />
      </h2>
      {problem && <p className="mb-2 max-w-[75ch] text-lost">{problem}</p>}
      {state === 'absent' && (
        <p className="mb-2 max-w-[75ch] text-quiet">
          It was connected before; this server has no credentials of it, and does not read it.
        </p>
      )}
      {streams.length === 0 ? (
        <p className="text-quiet">
          {state === 'ready' ? 'The first reading begins within seconds of a worker’s start.' : 'Never read.'}
        </p>
      ) : (
        <StreamsTable item={item} />
      )}
      {calls.length > 0 && (
        <p className="mt-2 text-xs text-quiet tabular-nums">
          Calls:{' '}
          {calls
            .map(
              ({ account, used, limit, seconds }) =>
                `${countText(used)} of ${countText(limit)} in ${spanWords(seconds)} (${account})`,
            )
            .join(', ')}
          .
        </p>
      )}
      {setAside > 0 && <SetAsideList system={system} title={title} count={setAside} />}
      {limitations.length > 0 && (
        <details className="mt-2 max-w-[75ch]">
          <summary className="cursor-pointer py-1 text-xs text-quiet hover:text-ink touch:py-3">
            What its documents leave open
          </summary>
          <ul className="list-disc pl-5 text-xs text-quiet">
            {limitations.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function StateTag({ item: { state, streams } }: { readonly item: ConnectionItem }) {
  if (state === 'incomplete') return <Tag tone="waiting">not set up to the end</Tag>;
  if (state === 'wrong') return <Tag tone="lost">set up wrongly</Tag>;
  if (state === 'absent') return <Tag>no credentials</Tag>;
  return streams.some((stream) => stream.state === 'failing') ? (
    <Tag tone="lost">fails</Tag>
  ) : (
    <Tag tone="won">connected</Tag>
  );
}

const spanWords = (seconds: number): string =>
  seconds === 60 ? 'a minute' : seconds === 3_600 ? 'an hour' : `${countText(seconds)} s`;
