import { resolve } from 'node:path';
import { z } from 'zod';
import { readConnections } from './connections-config.ts';
import { CONNECTABLE_SYSTEMS } from './connectors/connectable/read.ts';
import { Refusal } from './domain/errors.ts';
import { openedHosts } from './domain/web/fetch-url.ts';
import { readMailConfig } from './mail-config.ts';
import { readModelConfig } from './model-config.ts';
import { readProfileConfig } from './profile-config.ts';

/** An empty variable counts as unset: shells and compose files pass `NAME=` for "nothing". */
const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optionalText = z.preprocess(blankIsUnset, z.string().max(4_000).optional());
const wholeNumber = (least: number, most: number, otherwise: number) =>
  z.preprocess(blankIsUnset, z.coerce.number().int().min(least).max(most).default(otherwise));

const Environment = z.object({
  DATABASE_URL: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'a PostgreSQL URL such as postgres://user:password@host:5432/name')
      .optional(),
  ),
  MARGINKEEPER_DATA: z.preprocess(blankIsUnset, z.string().max(1_000).default('.data')),
  /** Overrides of the policy's defaults; otherwise `<data>/policy.json` when it exists. */
  MARGINKEEPER_POLICY: optionalText,
  PORT: wholeNumber(0, 65_535, 3_000),
  /** Loopback unless told otherwise; any other address needs TLS in front. */
  HOST: z.preprocess(blankIsUnset, z.string().max(255).default('127.0.0.1')),
  /** Names under which a reverse proxy reaches this server, comma separated. */
  MARGINKEEPER_ALLOWED_HOSTS: optionalText,
  /** Requests a minute for one token, or for one address without a token. */
  MARGINKEEPER_RATE_LIMIT: wholeNumber(1, 10_000_000, 600),
  /** `public`, or `viewer` to ask for a token; public by default on loopback. */
  MARGINKEEPER_METRICS: z.preprocess(blankIsUnset, z.enum(['public', 'viewer']).optional()),
  MARGINKEEPER_TOKEN: optionalText,
  /** What a programme of your own is called; the demo brings its name. */
  MARGINKEEPER_PROGRAMME: z.preprocess(blankIsUnset, z.string().max(200).default('My programme')),
  /** Its currency; that of most imported conversions when unset. */
  MARGINKEEPER_CURRENCY: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^[A-Z]{3}$/, 'three capital letters such as EUR')
      .optional(),
  ),
  MARGINKEEPER_TIME_ZONE: z.preprocess(
    blankIsUnset,
    z.string().refine(isTimeZone, 'a time zone such as Europe/Berlin').default('UTC'),
  ),
  MARGINKEEPER_LOG: z.preprocess(
    blankIsUnset,
    z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
  /** The day the demo programme is loaded as; for tests. */
  MARGINKEEPER_DEMO_DATE: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-01-31')
      .optional(),
  ),
  /** A language model's server, any that speaks OpenAI's chat completions; the key may be left out where it wants none. */
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: optionalText,
  MARGINKEEPER_MODEL: optionalText,
  /** A model file for node-llama-cpp, where no server is named. */
  MARGINKEEPER_GGUF: optionalText,
  CHROMIUM_PATH: optionalText,
  /** Keys of platforms by which applicants' profiles are looked up; see the README. */
  MARGINKEEPER_YOUTUBE_KEY: optionalText,
  MARGINKEEPER_YOUTUBE_URL: optionalText,
  MARGINKEEPER_INSTAGRAM_TOKEN: optionalText,
  MARGINKEEPER_INSTAGRAM_USER: optionalText,
  MARGINKEEPER_INSTAGRAM_URL: optionalText,
  MARGINKEEPER_TIKTOK_TOKEN: optionalText,
  MARGINKEEPER_TIKTOK_CLIENT_KEY: optionalText,
  MARGINKEEPER_TIKTOK_CLIENT_SECRET: optionalText,
  MARGINKEEPER_TIKTOK_URL: optionalText,
  /** Where mail is read, such as imaps://user:password@host:993; only ever looked at. */
  MARGINKEEPER_IMAP_URL: optionalText,
  /** Its folders, by the names that people see, comma separated. */
  MARGINKEEPER_IMAP_FOLDERS: optionalText,
  MARGINKEEPER_IMAP_POLL_SECONDS: wholeNumber(1, 86_400, 60),
  /** Of a folder that was never read before, only so many days back. */
  MARGINKEEPER_IMAP_FIRST_DAYS: wholeNumber(1, 36_500, 30),
  /** How mail leaves, such as smtps://user:password@host:465. */
  MARGINKEEPER_SMTP_URL: optionalText,
  /** Who it is from, such as The Shop <partners@shop.com>. */
  MARGINKEEPER_MAIL_FROM: optionalText,
  /** Our own domains; those of the addresses above unless said. */
  MARGINKEEPER_MAIL_DOMAINS: optionalText,
  /** What the shops sign their messages with; comma separated while one is being replaced by another. */
  MARGINKEEPER_SHOPIFY_WEBHOOK_SECRETS: optionalText,
  MARGINKEEPER_WOOCOMMERCE_WEBHOOK_SECRETS: optionalText,
  MARGINKEEPER_REFERSION_WEBHOOK_SECRETS: optionalText,
  /** Which of Shopify's names of an order the networks are told. */
  MARGINKEEPER_SHOPIFY_ORDER_NAME: z.preprocess(
    blankIsUnset,
    z.enum(['number', 'name', 'id']).default('number'),
  ),
  /** Under which recipients of our mail reach this server. */
  MARGINKEEPER_PUBLIC_URL: optionalText,
  /** Where a site's owner reaches whoever runs this, a web or mail address: stands in the user agent. */
  MARGINKEEPER_FETCH_CONTACT: z.preprocess(blankIsUnset, z.string().max(200).optional()),
  /** Hosts with their port that may be fetched although they are local, such as 127.0.0.1:8080; for trials. */
  MARGINKEEPER_FETCH_ALLOW: z.preprocess(
    blankIsUnset,
    z
      .string()
      .max(4_000)
      .refine((text) => openedHosts(text) !== null, 'hosts with a port, such as 127.0.0.1:8080')
      .optional(),
  ),
});

/**
 * Reads the environment once, at start.
 *
 * @throws {Refusal} `input_invalid` naming the variable, what it held and what is right.
 */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'environment');
    throw new Refusal('input_invalid', `${name} cannot be used: ${issue?.message ?? 'it is not valid'}.`, {
      variable: name,
    });
  }
  const values = parsed.data;
  const mail = readMailConfig(values, `http://${values.HOST}:${values.PORT}`);
  return {
    dataFolder: resolve(values.MARGINKEEPER_DATA),
    database: { url: values.DATABASE_URL ?? null },
    policyFile: values.MARGINKEEPER_POLICY ?? null,
    http: {
      host: values.HOST,
      port: values.PORT,
      allowedHosts: allowedHosts(values.MARGINKEEPER_ALLOWED_HOSTS, mail.publicHost),
      rateLimitPerMinute: values.MARGINKEEPER_RATE_LIMIT,
      metrics: values.MARGINKEEPER_METRICS ?? (isLoopback(values.HOST) ? 'public' : 'viewer'),
    },
    programme: {
      name: values.MARGINKEEPER_PROGRAMME,
      currency: values.MARGINKEEPER_CURRENCY ?? null,
      timeZone: values.MARGINKEEPER_TIME_ZONE,
    },
    model: readModelConfig(values),
    profiles: readProfileConfig(values),
    mail,
    webhooks: {
      shopify: {
        secrets: listed(values.MARGINKEEPER_SHOPIFY_WEBHOOK_SECRETS),
        orderName: values.MARGINKEEPER_SHOPIFY_ORDER_NAME,
      },
      woocommerce: { secrets: listed(values.MARGINKEEPER_WOOCOMMERCE_WEBHOOK_SECRETS) },
      refersion: { secrets: listed(values.MARGINKEEPER_REFERSION_WEBHOOK_SECRETS) },
    },
    /** Networks and shops that can be connected; credentials are in here and are never shown. */
    connections: readConnections(environment, CONNECTABLE_SYSTEMS),
    cli: { token: values.MARGINKEEPER_TOKEN ?? null },
    logLevel: values.MARGINKEEPER_LOG,
    demoDate: values.MARGINKEEPER_DEMO_DATE ?? null,
    chromiumPath: values.CHROMIUM_PATH ?? null,
    fetch: {
      contact: values.MARGINKEEPER_FETCH_CONTACT ?? mail.smtp?.sender.address ?? null,
      allow: openedHosts(values.MARGINKEEPER_FETCH_ALLOW ?? '') ?? new Set<string>(),
    },
  } as const;
}

export type Config = ReturnType<typeof readConfig>;

function allowedHosts(said: string | undefined, publicHost: string | null): string[] {
  const hosts = (said ?? '').split(',').map((host) => host.trim().toLowerCase());
  return [...new Set([...hosts, publicHost ?? ''])].filter((host) => host !== '');
}

const listed = (said: string | undefined): string[] =>
  (said ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
