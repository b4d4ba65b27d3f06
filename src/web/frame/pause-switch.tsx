import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '../api/request.ts';
import { Button } from '../ui/button.tsx';

/** The kill switch: nothing is executed or sent while it is on. */
export function PauseSwitch({ paused, mayDecide }: { paused: boolean; mayDecide: boolean }) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => request(paused ? '/api/resume' : '/api/pause', z.unknown(), { body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: ['status'] }),
  });
  if (!mayDecide) return null;
  return (
    <div>
      <Button
        look={paused ? 'primary' : 'quiet'}
        className="w-full"
        disabled={change.isPending}
        onClick={() => change.mutate()}
      >
        {paused ? '▶ Resume sending' : '‖ Pause everything'}
      </Button>
      {change.error && (
        <p role="alert" className="mt-1 text-xs text-lost">
          {change.error.message}
        </p>
      )}
    </div>
  );
}
