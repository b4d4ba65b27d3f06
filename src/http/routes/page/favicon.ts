import { Refusal } from '../../../domain/errors.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import { sendPageFile } from '../../page/send-page-file.ts';

const DAY_SECONDS = 24 * 3_600;

export const faviconRoute = defineRawRoute({
  method: 'get',
  path: '/favicon.svg',
  role: 'public',
  tag: 'page',
  summary: 'The page’s sign in a browser’s tab.',
  counted: false,
  answers: { 200: { says: 'The picture.', contentType: 'image/svg+xml', schema: null } },
  async serve(_request, response, { pageFolder }) {
    if (pageFolder === null) throw new Refusal('route_unknown', 'This server answers the API only.');
    const cacheControl = `public, max-age=${DAY_SECONDS}`;
    await sendPageFile(response, { folder: pageFolder, file: 'favicon.svg', cacheControl });
  },
});
