import { SessionView } from '../../../domain/http/session-view.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import { identify } from '../../requests/identify.ts';

/** Public, because "nobody" is an answer too. */
export const sessionRoute = defineRawRoute({
  method: 'get',
  path: '/api/session',
  role: 'public',
  tag: 'sign-in',
  summary: 'Who is signed in, and the token that changes must carry.',
  answers: { 200: { says: 'Somebody, or nobody.', contentType: 'application/json', schema: SessionView } },
  async serve(request, response, door, known) {
    // Asked again when nobody was found, because here a wrong token must say so.
    const by = known ?? (await identify(request, response, door));
    const view: SessionView = {
      person: by && { name: by.name, role: by.role },
      csrfToken: by?.kind === 'session' ? door.sessions.csrfToken(request) : null,
    };
    response.setHeader('Cache-Control', 'no-store').json(view);
  },
});
