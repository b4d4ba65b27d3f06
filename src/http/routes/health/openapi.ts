import { defineRawRoute } from '../../define-raw-route.ts';

export const openapi = defineRawRoute({
  method: 'get',
  path: '/openapi.json',
  role: 'public',
  tag: 'health',
  summary: 'This document.',
  answers: { 200: { says: 'OpenAPI 3.1.', contentType: 'application/json', schema: null } },
  async serve(_request, response, door) {
    response.setHeader('Cache-Control', 'no-cache').json(door.openApi);
  },
});
