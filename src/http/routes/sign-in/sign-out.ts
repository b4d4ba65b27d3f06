import { defineRawRoute } from '../../define-raw-route.ts';

export const signOutRoute = defineRawRoute({
  method: 'post',
  path: '/sign-out',
  role: 'viewer',
  tag: 'sign-in',
  summary: 'End this session. A token has none, and goes on working.',
  answers: { 204: { says: 'Signed out.', contentType: null, schema: null } },
  async serve(request, response, door, by) {
    if (by?.kind === 'session') await door.sessions.signOut(request, response);
    response.setHeader('Cache-Control', 'no-store').status(204).end();
  },
});
