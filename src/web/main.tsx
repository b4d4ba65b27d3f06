import './schemas-without-eval.ts';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/request.ts';
import { App } from './app.tsx';
import { applyTheme } from './frame/use-theme.ts';
import './styles.css';

const TRIES_MAX = 2;

applyTheme();

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAtSession }),
  mutationCache: new MutationCache({ onError: lookAtSession }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the service refused it would refuse again; a lost connection may come back.
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < TRIES_MAX,
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** Signed out elsewhere, or the session ended: it is looked at again, and the sign-in page shows. */
function lookAtSession(error: Error): void {
  if (error instanceof ApiProblem && error.problem.status === 401) {
    void client.invalidateQueries({ queryKey: ['session'] });
  }
}
