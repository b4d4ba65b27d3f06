import { type RefObject, useEffect, useRef } from 'react';

/** Pixels before the end at which the next page is asked for. */
const AHEAD_PX = 600;

/** Asks for the next page when the list is scrolled near its end, or does not fill its box. */
export function useMoreOnScroll(
  hasMore: boolean,
  isFetching: boolean,
  fetchMore: () => unknown,
): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || !hasMore || isFetching) return;
    const look = () => {
      if (element.scrollHeight - element.scrollTop - element.clientHeight < AHEAD_PX) fetchMore();
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [hasMore, isFetching, fetchMore]);
  return box;
}
