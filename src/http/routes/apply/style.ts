import { APPLY_STYLE } from '../../apply/apply-style.ts';
import { defineRawRoute } from '../../define-raw-route.ts';

export const applyStyleRoute = defineRawRoute({
  method: 'get',
  path: '/apply/style.css',
  role: 'public',
  tag: 'applications',
  summary: 'How the application form looks.',
  counted: false,
  answers: { 200: { says: 'A style sheet.', contentType: 'text/css', schema: null } },
  async serve(_request, response) {
    response
      .setHeader('Content-Type', 'text/css; charset=utf-8')
      .setHeader('Cache-Control', 'public, max-age=3600')
      .end(APPLY_STYLE);
  },
});
