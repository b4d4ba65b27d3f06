import { useQuery } from '@tanstack/react-query';
import { SessionView } from '../../domain/http/session-view.ts';
import { rememberCsrfToken } from './csrf-token.ts';
import { request } from './request.ts';

/** Who the page is talking as; `person` null when nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      const session = await request('/api/session', SessionView);
      rememberCsrfToken(session.csrfToken);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
