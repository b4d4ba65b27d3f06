import { z } from 'zod';

/** Where a system is called: https, or http on this machine for tests. Without a slash at the end. */
export const BaseUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => {
    const { protocol, hostname, username, search } = new URL(text);
    const isHere = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
    return (protocol === 'https:' || isHere) && username === '' && search === '';
  }, 'https without a name or a query in it')
  .transform((text) => text.replace(/\/+$/, ''));
