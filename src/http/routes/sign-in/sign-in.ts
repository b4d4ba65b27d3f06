import { spendSignInLink } from '../../../../db/queries/auth/spend-sign-in-link.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import { isBrowserLookingAhead, sendSentencePage } from '../../page/sentence-page.ts';

/** A link that signs one person in, once. The cookie is strict: it goes along because the shell itself needs none. */
export const signInRoute = defineRawRoute({
  method: 'get',
  path: '/sign-in/:token',
  role: 'public',
  tag: 'sign-in',
  summary: 'Sign in with a link from `start` or `login-link`; works once.',
  head: false,
  answers: {
    302: { says: 'Signed in; on to the page.', contentType: null, schema: null },
    410: { says: 'The link was used, has expired, or never was.', contentType: 'text/html', schema: null },
  },
  async serve(request, response, door) {
    if (!request.secure) {
      const sentence =
        'Signing in needs a safe connection: open this page over https (put a TLS proxy in front), or on this machine as http://127.0.0.1.';
      return sendSentencePage(response, 403, 'TLS is needed', sentence);
    }
    if (isBrowserLookingAhead(request)) {
      return sendSentencePage(response, 503, 'Not yet', 'This link waits until somebody really opens it.');
    }
    const person = await spendSignInLink(door.pools.app, String(request.params.token), door.now());
    if (!person) {
      const sentence =
        'This sign-in link was used already, or is too old. Make a new one with: npx marginkeeper login-link';
      return sendSentencePage(response, 410, 'This link works no more', sentence);
    }
    await door.sessions.open(request, response);
    await door.sessions.signIn(request, person);
    door.log.info({ by: person.name, role: person.role }, 'signed in');
    response.setHeader('Cache-Control', 'no-store').redirect(302, '/');
  },
});
