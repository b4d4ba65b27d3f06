import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { request } from '../api/request.ts';
import { useStatus } from '../api/use-status.ts';
import { Button } from '../ui/button.tsx';
import { Nav } from './nav.tsx';
import { PauseSwitch } from './pause-switch.tsx';
import { ProgrammeNote } from './programme-note.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** What stands round every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { data: status } = useStatus();
  const signOut = useMutation({
    mutationFn: () => request('/sign-out', z.unknown(), {}),
    onSuccess: () => window.location.assign('/'),
  });
  return (
    <div className="grid h-dvh grid-cols-[13rem_1fr] max-md:grid-cols-1">
      <div className="flex min-h-0 flex-col overflow-y-auto border-r border-line bg-panel max-md:contents">
        <p className="px-5 pt-4 pb-2 font-semibold max-md:hidden">
          <span aria-hidden="true" className="text-accent">
            ▣
          </span>{' '}
          Marginkeeper
        </p>
        <Nav />
        <div className="mt-auto flex flex-col gap-2 p-2 pb-4 max-md:hidden">
          {status && <ProgrammeNote status={status} />}
          {status && <PauseSwitch paused={status.paused} mayDecide={status.person.role !== 'viewer'} />}
          <ThemeSwitch />
          {status && (
            <p className="flex items-center justify-between gap-2 pl-3 text-xs text-quiet">
              {status.person.name}, {status.person.role}
              <Button look="bare" className="min-h-6 text-xs" onClick={() => signOut.mutate()}>
                Sign out
              </Button>
            </p>
          )}
        </div>
      </div>
      <main className="flex min-h-0 min-w-0 flex-col">
        {status?.paused && (
          <p role="status" className="border-b border-waiting px-4 py-2 text-waiting">
            ‖ Paused{status.pausedBy === null ? '' : ` by ${status.pausedBy}`}: nothing is executed or sent.
            Decisions are kept.
          </p>
        )}
        <div className="min-h-0 flex-1">{children}</div>
      </main>
    </div>
  );
}
