import type { ConnectionItem } from '../../domain/connections/connection-item.ts';

/** What else can be connected, and how. */
export function SystemsToConnect({ items }: { readonly items: readonly ConnectionItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="to-connect">
      <h2 id="to-connect" className="mb-1.5 font-semibold">
        Can be connected
      </h2>
      <ul className="max-w-5xl border-t border-line">
        {items.map(({ system, title, variables }) => (
          <li key={system} className="border-b border-line">
            <details>
              <summary className="cursor-pointer py-1.5 hover:bg-panel touch:py-3">{title}</summary>
              <div className="max-w-[75ch] pb-3 pl-4">
                <p className="text-quiet">
                  Set these where this server is started, start it again, then check with{' '}
                  <code className="wrap-anywhere">npx marginkeeper connect {system}</code>.
                </p>
                <ul className="mt-1 font-mono text-xs">
                  {variables.map(({ name, isRequired, isSecret }) => (
                    <li key={name} className="wrap-anywhere">
                      {name}
                      <span className="font-sans text-quiet">
                        {isSecret ? ' secret' : ''}
                        {isRequired ? '' : ' may be left out'}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
