import { PAGE_PATHS } from '../../../domain/http/page-paths.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import { sendPageFile } from '../../page/send-page-file.ts';
import { sendSentencePage } from '../../page/sentence-page.ts';
import type { Route } from '../../route.ts';

/** The page's addresses, all answered with the same file, which holds no data. */
export const shellRoutes: readonly Route[] = PAGE_PATHS.map((path) =>
  defineRawRoute({
    method: 'get',
    path,
    role: 'public',
    tag: 'page',
    summary: 'The page.',
    counted: false,
    answers: { 200: { says: 'The page’s shell, without data.', contentType: 'text/html', schema: null } },
    async serve(_request, response, { pageFolder }) {
      if (pageFolder === null) {
        return sendSentencePage(response, 503, 'No page here', 'This server answers the API only.');
      }
      await sendPageFile(response, { folder: pageFolder, file: 'index.html', cacheControl: 'no-cache' });
    },
  }),
);
