import type { Express, Request, Response } from 'express';
import { roleReaches } from '../domain/auth/role.ts';
import { Refusal } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import type { Door } from './door.ts';
import { assertSameSite } from './requests/assert-same-site.ts';
import { identify } from './requests/identify.ts';
import { readAway, readMailBody, readWebhookBody } from './requests/read-body.ts';
import { readForm } from './requests/read-form.ts';
import { readJson } from './requests/read-json.ts';
import { requestState } from './requests/request-state.ts';
import type { Route } from './route.ts';

const READERS = {
  json: readJson,
  form: readForm,
  mail: readMailBody,
  webhook: readWebhookBody,
  nothing: readAway,
} as const;

/** Opens one route of the table. Who asks, how often, by what right and from where come before what is asked. */
export function mountRoute(app: Express, route: Route, door: Door): void {
  app[route.method](route.path, async (request, response, next) => {
    // Express hands HEAD to GET; where looking has an effect that would be wrong.
    if (request.method === 'HEAD' && !route.head) return next();
    requestState(response).route = route.path;
    requestState(response).isRoutine = !route.counted;

    const by = await whoAsks(request, response, route, door);
    requestState(response).by = by;
    if (route.counted) await door.rateLimit.take(by, request.ip ?? '');
    assertRole(route, by);
    // What anybody may do, another site may make a browser do just as well.
    if (route.role !== 'public' && by?.kind === 'session' && route.method !== 'get') {
      assertSameSite(request, door.sessions.csrfToken(request), door.config.allowedHosts);
    }
    if (route.method === 'post') await READERS[route.reads](request, response);
    await route.serve(request, response, door, by);
  });
}

/** On a public route nobody has to be known, so nothing that keeps us from knowing them may stop it. */
async function whoAsks(
  request: Request,
  response: Response,
  route: Route,
  door: Door,
): Promise<Principal | null> {
  if (route.role !== 'public') {
    try {
      return await identify(request, response, door);
    } catch (error) {
      // Guessing tokens counts by address.
      if (error instanceof Refusal) await door.rateLimit.take(null, request.ip ?? '');
      throw error;
    }
  }
  if (!route.counted) return null;
  try {
    return await identify(request, response, door);
  } catch (error) {
    door.log.debug({ reason: String(error) }, 'a public route goes on without knowing who asks');
    return null;
  }
}

function assertRole(route: Route, by: Principal | null): void {
  if (route.role === 'public') return;
  if (!by)
    throw new Refusal('not_signed_in', 'Sign in, or send a token in the header Authorization: Bearer.');
  if (!roleReaches(by.role, route.role)) {
    throw new Refusal(
      'role_missing',
      `This needs the role ${route.role}; ${by.name} has the role ${by.role}.`,
      {
        needed: route.role,
        held: by.role,
      },
    );
  }
}
