import { Button } from './button.tsx';

/** What went wrong, why, and what to do now. */
export function Trouble({ what, error, retry }: { what: string; error: Error; retry: () => void }) {
  return (
    <div role="alert" className="m-4 rounded-md bg-lost-paper p-4">
      <p className="font-medium">{what}</p>
      <p className="mt-1 max-w-[75ch]">{error.message}</p>
      <Button className="mt-3" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
