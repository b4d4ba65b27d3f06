import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { sessionKey } from '../../../db/queries/sessions/session-key.ts';
import type { Role } from '../../domain/auth/role.ts';
import { SECRET_BYTES } from '../../domain/auth/secret.ts';
import { SESSION_IDLE_HOURS, SESSION_LIFETIME_HOURS } from '../../domain/auth/session-limits.ts';
import type { Principal } from '../../domain/principal.ts';
import type { HttpDeps } from '../http-deps.ts';
import { HashedSessionStore } from './hashed-session-store.ts';

declare module 'express-session' {
  interface SessionData {
    person: { name: string; role: Role };
    csrfToken: string;
    /** ISO 8601. */
    signedInAt: string;
  }
}

const COOKIE = '__Host-mk';
const HOUR_MS = 3_600_000;

export interface Sessions {
  /** Loads the session behind the request's cookie, or an empty one. */
  open(request: Request, response: Response): Promise<void>;
  /** Who is signed in, in an opened session; null when nobody is or the session has lived long enough. */
  person(request: Request): Principal | null;
  /** Whether an opened session is still stored: it may have been ended elsewhere while a stream was open. */
  isAlive(request: Request): Promise<boolean>;
  /** The token that changes must carry; null without a session. */
  csrfToken(request: Request): string | null;
  /** Starts a new session under a new id, in an opened one. */
  signIn(request: Request, person: Principal): Promise<void>;
  signOut(request: Request, response: Response): Promise<void>;
  close(): void;
}

/** Whether a request brings a session cookie at all, so that others need not ask the database. */
export function hasSessionCookie(request: Request): boolean {
  return (request.headers.cookie ?? '')
    .split(';')
    .some((cookie) => cookie.trimStart().startsWith(`${COOKIE}=`));
}

/** The page's sessions: one cookie no script can read, bound to this host, sent by pages of this site only. */
export function createSessions({ pools, log, now }: Pick<HttpDeps, 'pools' | 'log' | 'now'>): Sessions {
  const store = new HashedSessionStore(pools.app, log);
  let handler: RequestHandler | null = null;

  return {
    async open(request, response) {
      handler ??= createHandler(store, await sessionKey(pools.app));
      const open = handler;
      await new Promise<void>((resolve, reject) => {
        open(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
      });
    },
    person({ session: { person, signedInAt } }) {
      if (!person || !signedInAt) return null;
      const ageHours = (now().getTime() - Date.parse(signedInAt)) / HOUR_MS;
      return ageHours < SESSION_LIFETIME_HOURS ? { ...person, kind: 'session' } : null;
    },
    async isAlive(request) {
      const stored = await new Promise<unknown>((resolve, reject) => {
        store.get(request.sessionID, (error, data) => (error ? reject(error) : resolve(data ?? null)));
      });
      return stored !== null && this.person(request) !== null;
    },
    csrfToken: (request) => request.session?.csrfToken ?? null,
    async signIn(request, { name, role }) {
      await settle((done) => request.session.regenerate(done));
      request.session.person = { name, role };
      request.session.csrfToken = randomBytes(SECRET_BYTES).toString('base64url');
      request.session.signedInAt = now().toISOString();
      await settle((done) => request.session.save(done));
    },
    async signOut(request, response) {
      await settle((done) => request.session.destroy(done));
      response.clearCookie(COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
    },
    close: () => store.close(),
  };
}

function createHandler(store: HashedSessionStore, key: string): RequestHandler {
  return session({
    name: COOKIE,
    secret: key,
    store,
    resave: false,
    saveUninitialized: false,
    // Each use pushes the end of an idle session further away, in the browser too.
    rolling: true,
    unset: 'destroy',
    cookie: {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      maxAge: SESSION_IDLE_HOURS * HOUR_MS,
    },
  });
}

function settle(act: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    act((error) => (error ? reject(error) : resolve()));
  });
}
