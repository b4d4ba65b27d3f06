import { createContext, useContext } from 'react';

/** The programme's time zone, an IANA name; every time on the page is told in it. */
export const TimeZone = createContext('UTC');

export function useTimeZone(): string {
  return useContext(TimeZone);
}
