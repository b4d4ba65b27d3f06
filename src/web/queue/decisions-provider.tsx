import { createContext, type ReactNode, useContext } from 'react';
import { useDecisions } from './use-decisions.ts';

type Decisions = ReturnType<typeof useDecisions>;

const Context = createContext<Decisions | null>(null);

/** Keeps what was decided while the person looks at other pages: undo and receipts are there when they come back. */
export function DecisionsProvider({ children }: { children: ReactNode }) {
  return <Context value={useDecisions()}>{children}</Context>;
}

export function useMadeDecisions(): Decisions {
  const decisions = useContext(Context);
  if (decisions === null) throw new Error('the queue stands inside DecisionsProvider');
  return decisions;
}
