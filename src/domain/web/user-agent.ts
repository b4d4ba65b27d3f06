/** The name that robots.txt knows us by. */
export const ROBOTS_NAME = 'Marginkeeper';

/**
 * How we introduce ourselves to sites: what we are, and whom to write to.
 *
 * @param contact - a web or mail address; null when the operator named none.
 */
export function userAgentOf(version: string, contact: string | null): string {
  const reach = contact === null ? '' : `; +${contact.replace(/[^!-~]|[()]/g, '')}`;
  return `Mozilla/5.0 (compatible; ${ROBOTS_NAME}/${version}${reach})`;
}
