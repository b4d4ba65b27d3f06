import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import { checkFetchUrl } from '../../../domain/web/fetch-url.ts';
import type { Answer } from '../http/ask-once.ts';
import type { MayAsk } from '../http/follow.ts';

export interface ContextParts {
  /** The page's own proxy. */
  readonly proxyUrl: string;
  readonly userAgent: string;
  readonly allow: ReadonlySet<string>;
  /** What plain HTTP brought: the browser gets the same document, and the site is not asked twice. */
  readonly answer: Answer;
  readonly mayAsk: MayAsk;
  readonly signal: AbortSignal;
  readonly withPictures: boolean;
  readonly navigationsMax: number;
}

/** Ways out that a page's scripts have besides fetching. Taken from them as well; the proxy holds without it. */
const TAKEN = `
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket',
  'WebSocketStream', 'Worker', 'SharedWorker', 'EventSource']) {
  Object.defineProperty(globalThis, name, { value: undefined, configurable: false, writable: false });
}
Navigator.prototype.sendBeacon = () => true;
globalThis.open = () => null;
globalThis.print = () => undefined;
`;
const PICTURES: readonly string[] = ['image', 'font'];
const NEVER: readonly string[] = ['media', 'websocket', 'eventsource', 'texttrack', 'manifest', 'ping'];
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** No content: the browser stays on the page it shows, where a refusal would put an error page in its place. */
const STAY = { status: 204 };
const HEADERS_KEPT = ['content-type', 'content-security-policy'];

export interface FencedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** From now on the page stays where it is. */
  stay(): void;
}

/** A browser's page behind the fence: one proxy, no service workers, sockets, downloads or second windows. */
export async function openFencedPage(browser: Browser, parts: ContextParts): Promise<FencedPage> {
  const context = await browser.newContext({
    proxy: { server: parts.proxyUrl, bypass: '<-loopback>' },
    userAgent: parts.userAgent,
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
    viewport: { width: 1_280, height: 900 },
  });
  await context.addInitScript({ content: TAKEN });
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  const navigations = { count: 0, mayGoOn: true };
  await context.route('**/*', (route, request) => decide(route, request, parts, navigations));
  const page = await context.newPage();
  context.on('page', (other) => {
    // A window that a script opened; gone before it loads anything.
    if (other !== page) other.close().catch(() => undefined);
  });
  page.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
  page.on('download', (download) => download.cancel().catch(() => undefined));
  const stay = (): void => {
    navigations.mayGoOn = false;
  };
  return { context, page, stay };
}

async function decide(
  route: Route,
  request: Request,
  parts: ContextParts,
  navigations: { count: number; mayGoOn: boolean },
): Promise<void> {
  const { answer, allow, mayAsk, signal, withPictures, navigationsMax } = parts;
  const type = request.resourceType();
  try {
    if (!METHODS.includes(request.method()) || NEVER.includes(type))
      return await route.abort('blockedbyclient');
    if (PICTURES.includes(type) && !withPictures) return await route.abort('blockedbyclient');
    if (!request.isNavigationRequest() || request.frame().parentFrame() !== null)
      return await route.continue();
    navigations.count += 1;
    if (navigations.count === 1) return await route.fulfill(documentOf(answer));
    if (!navigations.mayGoOn) return await route.fulfill(STAY);
    // A script leads on: as with any redirect, the site's robots.txt is asked first.
    const checked = checkFetchUrl(request.url(), allow);
    if (checked.error || navigations.count > navigationsMax) return await route.fulfill(STAY);
    const isAllowed = await mayAsk(checked.url, signal).then(
      () => true,
      () => false,
    );
    return await (isAllowed ? route.continue() : route.fulfill(STAY));
  } catch (error) {
    // The page was closed while this was decided.
    if (!(error instanceof Error) || !/closed|handled/i.test(error.message)) throw error;
  }
}

function documentOf({ status, header, cookies, bytes }: Answer) {
  const headers: Record<string, string> = {};
  for (const name of HEADERS_KEPT) if (header(name) !== '') headers[name] = header(name);
  if (cookies.length > 0) headers['set-cookie'] = cookies.join('\n');
  return { status, headers, body: Buffer.from(bytes) };
}
