import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { LeaksList } from './leaks-list.tsx';
import { SightingsList } from './sightings-list.tsx';
import { SourcesList } from './sources-list.tsx';

const VIEWS = ['Open leaks', 'Closed leaks', 'Sightings', 'Watched sites'] as const;

/** Codes in the wild: what leaked, what was seen, and which sites are watched. */
export function CouponsPage() {
  const [view, setView] = useState<(typeof VIEWS)[number]>('Open leaks');
  return (
    <Page
      title="Coupons"
      says="Watched sites are read for your codes. Who let a code out is judged by your own orders; what to do about it waits in the queue."
    >
      <fieldset className="mb-4 flex flex-wrap gap-2">
        <legend className="sr-only">What to show</legend>
        {VIEWS.map((name) => (
          <Button
            key={name}
            look={name === view ? 'quiet' : 'bare'}
            aria-pressed={name === view}
            onClick={() => setView(name)}
          >
            {name}
          </Button>
        ))}
      </fieldset>
      {view === 'Open leaks' && <LeaksList state="open" />}
      {view === 'Closed leaks' && <LeaksList state="closed" />}
      {view === 'Sightings' && <SightingsList />}
      {view === 'Watched sites' && <SourcesList />}
    </Page>
  );
}
