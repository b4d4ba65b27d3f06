import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Role } from '../domain/auth/role.ts';
import type { Principal } from '../domain/principal.ts';
import type { Door } from './door.ts';

/** `public` asks for nobody in particular. */
export type RouteRole = 'public' | Role;

/** One kind of answer, for the document of the API. `schema` null: not JSON. */
export interface RouteAnswer {
  readonly says: string;
  readonly contentType: string | null;
  readonly schema: z.ZodType | null;
}

/** One row of the routes table: all that the door and its document know of an address. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** As Express has it: `/api/runs/:id`. */
  readonly path: `/${string}`;
  readonly role: RouteRole;
  readonly tag: string;
  readonly summary: string;
  /** Whether a request counts towards the rate limit. */
  readonly counted: boolean;
  /** Whether HEAD is answered like GET without the body; false where looking has an effect. */
  readonly head: boolean;
  readonly params: z.ZodObject | null;
  readonly query: z.ZodObject | null;
  /** Null: the route takes no body. */
  readonly body: z.ZodType | null;
  /** How the body is read: as JSON, as the bytes of a mail or of a signed message, or to its end without a look at it. */
  readonly reads: 'json' | 'form' | 'mail' | 'webhook' | 'nothing';
  /** By status. Problems are added by the document. */
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  /** Runs after identification, role, cross-site checks and reading of the body. `by` is null on public routes only. */
  serve(request: Request, response: Response, door: Door, by: Principal | null): Promise<void>;
}
