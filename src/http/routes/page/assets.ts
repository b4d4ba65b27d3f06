import { join } from 'node:path';
import { Refusal } from '../../../domain/errors.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import { sendPageFile } from '../../page/send-page-file.ts';

const YEAR_SECONDS = 365 * 24 * 3_600;

/** The page's scripts, styles and pictures. Their names hold a hash of their content, so they may be kept for ever. */
export const assetsRoute = defineRawRoute({
  method: 'get',
  path: '/assets/:file',
  role: 'public',
  tag: 'page',
  summary: 'A file of the page.',
  counted: false,
  answers: { 200: { says: 'The file.', contentType: 'application/octet-stream', schema: null } },
  async serve(request, response, { pageFolder }) {
    if (pageFolder === null) throw new Refusal('route_unknown', 'This server answers the API only.');
    await sendPageFile(response, {
      folder: join(pageFolder, 'assets'),
      file: String(request.params.file),
      cacheControl: `public, max-age=${YEAR_SECONDS}, immutable`,
    });
  },
});
