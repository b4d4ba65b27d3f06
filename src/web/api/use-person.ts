import { useSession } from './use-session.ts';

export interface Person {
  readonly name: string;
  readonly mayDecide: boolean;
}

/** Who is signed in. It is known before any page is drawn, so that no button is late. */
export function usePerson(): Person {
  const person = useSession().data?.person;
  return { name: person?.name ?? '', mayDecide: person != null && person.role !== 'viewer' };
}
