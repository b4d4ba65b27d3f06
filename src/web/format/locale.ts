/** The page is written in English; its numbers and dates are too, so that one sentence is in one language. */
export const LOCALE = 'en-GB';
