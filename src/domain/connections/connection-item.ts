import { z } from 'zod';

const Time = z.iso.datetime().nullable();

/** How far one stream of a connected system was read. */
export const StreamItem = z
  .strictObject({
    stream: z.string(),
    /** `waiting`: the last reading came to its end, or none was made yet. */
    state: z.enum(['reading', 'waiting', 'failing']),
    /** Why the last reading failed, a sentence. */
    problem: z.string().nullable(),
    /** Failed readings in a row. */
    failures: z.int(),
    completeUntil: Time,
    triedAt: Time,
    succeededAt: Time,
    nextAt: z.iso.datetime(),
    /** Sentences about what could not be had. */
    gaps: z.array(z.string()),
    /** Since the account was connected, as decimal text. */
    recordsRead: z.string(),
    rowsChanged: z.string(),
    /** Records that could not be used. */
    setAside: z.int(),
  })
  .meta({ id: 'ConnectionStream' });
export type StreamItem = z.infer<typeof StreamItem>;

/** One network or shop that can be connected. */
export const ConnectionItem = z
  .strictObject({
    system: z.string(),
    title: z.string(),
    /** What the environment of this server says: `ready` is read; `absent` is not set up. */
    state: z.enum(['ready', 'absent', 'incomplete', 'wrong']),
    /** What is missing or wrong, a sentence; null when nothing is. */
    problem: z.string().nullable(),
    /** The values it needs, by the variables of this server's environment; never the values. */
    variables: z.array(z.strictObject({ name: z.string(), isRequired: z.boolean(), isSecret: z.boolean() })),
    /** Calls of the last stretch of time, of those that it takes; an account each. Empty where none were made. */
    calls: z.array(z.strictObject({ account: z.string(), used: z.int(), limit: z.int(), seconds: z.int() })),
    /** What its documents leave open. */
    limitations: z.array(z.string()),
    streams: z.array(StreamItem),
  })
  .meta({ id: 'Connection' });
export type ConnectionItem = z.infer<typeof ConnectionItem>;

/** A record that a connected system gave and that could not be used. */
export const SetAsideItem = z
  .strictObject({
    system: z.string(),
    stream: z.string(),
    /** The system's id of it, or a fingerprint. */
    record: z.string(),
    /** Why, a sentence. */
    problem: z.string(),
    /** As it came, cut where it is long; a stranger's words. */
    raw: z.string(),
    seenAt: z.iso.datetime(),
  })
  .meta({ id: 'SetAsideRecord' });
export type SetAsideItem = z.infer<typeof SetAsideItem>;
