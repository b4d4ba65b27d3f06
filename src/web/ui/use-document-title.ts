import { useEffect } from 'react';
import { useStatus } from '../api/use-status.ts';

/** The browser's tab names the page, and how much waits wherever one is. */
export function useDocumentTitle(page: string): void {
  const { data: status } = useStatus();
  const waiting = status?.waitingTotal ?? 0;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${page} · Marginkeeper`;
  }, [waiting, page]);
}
