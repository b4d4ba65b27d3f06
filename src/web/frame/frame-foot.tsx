import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '../api/request.ts';
import { usePerson } from '../api/use-person.ts';
import { useStatus } from '../api/use-status.ts';
import { Button } from '../ui/button.tsx';
import { PauseSwitch } from './pause-switch.tsx';
import { ProgrammeNote } from './programme-note.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Which programme, the kill switch, the colours, and who is signed in. */
export function FrameFoot() {
  const { data: status } = useStatus();
  const { mayDecide } = usePerson();
  const signOut = useMutation({
    mutationFn: () => request('/sign-out', z.unknown(), { body: {} }),
    onSuccess: () => window.location.assign('/'),
  });
  if (!status) return null;
  return (
    <div className="flex flex-col gap-3">
      <ProgrammeNote status={status} />
      <PauseSwitch paused={status.paused} mayDecide={mayDecide} />
      <ThemeSwitch />
      <div className="flex items-center justify-between gap-2 border-t border-line pt-2 text-xs text-quiet">
        <span className="min-w-0 truncate" title={`${status.person.name}, ${status.person.role}`}>
          {status.person.name} · {status.person.role}
        </span>
        <Button look="bare" size="small" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          Sign out
        </Button>
      </div>
    </div>
  );
}
