import type { Route } from './route.ts';

/** A route that writes its answer itself: a stream, a file, a redirect, text. It counts and has HEAD unless it says otherwise. */
export function defineRawRoute(
  definition: Pick<Route, 'method' | 'path' | 'role' | 'tag' | 'summary' | 'answers' | 'serve'> &
    Partial<Route>,
): Route {
  return {
    counted: true,
    head: definition.method === 'get',
    params: null,
    query: null,
    body: null,
    reads: 'json',
    ...definition,
  };
}
