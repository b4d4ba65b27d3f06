import type { Express } from 'express';
import { Refusal } from '../domain/errors.ts';
import type { Door } from './door.ts';
import type { Route } from './route.ts';

/** What no route of the table answered: 405 where another method would have, else 404. */
export function refuseUnknown(app: Express, routes: readonly Route[], door: Door): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).flatMap(methodsOf);
    app.all(path, (request, response) => {
      response.setHeader('Allow', methods.join(', '));
      throw new Refusal(
        'method_not_allowed',
        `${request.method} means nothing here; ${methods.join(' and ')} do.`,
      );
    });
  }
  app.use(async (request) => {
    await door.rateLimit.take(null, request.ip ?? '');
    throw new Refusal('route_unknown', 'There is nothing at this address.');
  });
}

function methodsOf({ method, head }: Route): string[] {
  if (method !== 'get') return [method.toUpperCase()];
  return head ? ['GET', 'HEAD'] : ['GET'];
}
