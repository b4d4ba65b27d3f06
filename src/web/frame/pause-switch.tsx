import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';

/** The kill switch: nothing is executed or sent while it is on. */
export function PauseSwitch({ paused, mayDecide }: { paused: boolean; mayDecide: boolean }) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => request(paused ? '/api/resume' : '/api/pause', z.unknown(), {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['status'] }),
  });
  if (!mayDecide) return null;
  return (
    <Button look={paused ? 'primary' : 'bare'} disabled={change.isPending} onClick={() => change.mutate()}>
      {paused ? 'Resume sending' : 'Pause everything'}
    </Button>
  );
}
