import { shownPicture } from '../../../../db/queries/applications/shown-picture.ts';
import { Refusal } from '../../../domain/errors.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { Route } from '../../route.ts';

const answers = {
  200: { says: 'A small WebP that we encoded ourselves.', contentType: 'image/webp', schema: null },
} as const;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PLACE = /^[1-9]\d{0,2}$/;

/** What was seen of a picture of an applicant's post, by its place from 1. Never the stranger's own bytes. */
export const applicationPictureRoute = defineRawRoute({
  method: 'get',
  path: '/api/applications/:id/pictures/:place',
  role: 'viewer',
  tag: 'applications',
  summary: 'A picture of an applicant’s post, small and encoded anew.',
  counted: false,
  answers,
  serve: (request, response, door) => {
    const id = String(request.params.id);
    return send(response, door, UUID.test(id) ? id : undefined, String(request.params.place));
  },
});

export const boardPictureRoute = defineRawRoute({
  method: 'get',
  path: '/api/board/:place',
  role: 'viewer',
  tag: 'applications',
  summary: 'A picture of the brand’s reference board, small and encoded anew.',
  counted: false,
  answers,
  serve: (request, response, door) => send(response, door, null, String(request.params.place)),
});

async function send(
  response: Parameters<Route['serve']>[1],
  { pools }: Parameters<Route['serve']>[2],
  applicationId: string | null | undefined,
  place: string,
): Promise<void> {
  const bytes =
    applicationId === undefined || !PLACE.test(place)
      ? null
      : await shownPicture(pools.app, { applicationId, place: Number(place) });
  if (bytes === null) throw new Refusal('route_unknown', 'There is no such picture.');
  response
    .setHeader('Content-Type', 'image/webp')
    .setHeader('Content-Disposition', 'inline')
    .setHeader('Cache-Control', 'private, max-age=300')
    .end(bytes);
}
