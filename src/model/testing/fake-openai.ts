import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** Words and pictures of one message; the pictures as data URLs. */
const Part = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('image_url'),
    image_url: z.object({ url: z.string(), detail: z.string().optional() }),
  }),
]);
const Message = z
  .object({ role: z.string(), content: z.union([z.string(), z.array(Part), z.null()]) })
  .transform(({ role, content }) => {
    const parts = Array.isArray(content) ? content : [];
    return {
      role,
      content: Array.isArray(content)
        ? parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('\n')
        : content,
      pictures: parts.flatMap((part) => (part.type === 'image_url' ? part.image_url.url : [])),
    };
  });
const Body = z.looseObject({
  model: z.string(),
  messages: z.array(Message),
  tools: z.array(z.unknown()).optional(),
  functions: z.array(z.unknown()).optional(),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

/** One request as it came over the wire. */
export interface AskedOfFake extends z.infer<typeof Body> {
  readonly authorization: string | undefined;
  /** All of its messages' words. */
  readonly words: string;
  /** Data URLs, in their order. */
  readonly pictures: readonly string[];
}

/** What the fake does with a request. */
export type FakeAnswer =
  /** The words of the answer; `toolCalls` are offered though nobody asked for any. */
  | {
      readonly is: 'answer';
      readonly content: string;
      readonly toolCalls?: readonly object[];
      readonly afterMs?: number;
    }
  | { readonly is: 'refusal'; readonly says: string }
  | {
      readonly is: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly says?: string;
    }
  /** Not JSON at all. */
  | { readonly is: 'garbage' }
  /** Half of an answer, then the line goes dead. */
  | { readonly is: 'half' }
  /** It never answers. */
  | { readonly is: 'silence' };

export interface FakeOpenAi {
  readonly url: string;
  readonly asked: readonly AskedOfFake[];
  /** From now on. */
  script(answer: (asked: AskedOfFake, nth: number) => FakeAnswer): void;
  forget(): void;
  close(): Promise<void>;
}

/** A real HTTP server that speaks enough of chat completions, and does what a test wants. */
export async function startFakeOpenAi(
  first: (asked: AskedOfFake, nth: number) => FakeAnswer = () => ({ is: 'garbage' }),
): Promise<FakeOpenAi> {
  const asked: AskedOfFake[] = [];
  let answerOf = first;
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      if (request.method !== 'POST' || !request.url?.endsWith('/chat/completions') || body === null) {
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end('{"error":{"message":"no such route"}}');
        return;
      }
      asked.push(body);
      answer(response, body, answerOf(body, asked.length));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    script: (next) => {
      answerOf = next;
    },
    forget: () => asked.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<AskedOfFake | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Body.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null'));
  if (!body.success) return null;
  return {
    ...body.data,
    authorization: request.headers.authorization,
    words: body.data.messages.map(({ content }) => content ?? '').join('\n'),
    pictures: body.data.messages.flatMap(({ pictures }) => pictures),
  };
}

function answer(response: ServerResponse, asked: AskedOfFake, reply: FakeAnswer): void {
  switch (reply.is) {
    case 'answer': {
      const message = { role: 'assistant', content: reply.content, tool_calls: reply.toolCalls };
      setTimeout(() => sendJson(response, 200, {}, completion(asked, message)), reply.afterMs ?? 0);
      return;
    }
    case 'refusal':
      sendJson(
        response,
        200,
        {},
        completion(asked, { role: 'assistant', content: null, refusal: reply.says }),
      );
      return;
    case 'status':
      sendJson(response, reply.status, reply.headers ?? {}, {
        error: { message: reply.says ?? 'no', type: 'fake' },
      });
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('%PDF-1.4 {"choices": [');
      return;
    case 'half': {
      const whole = JSON.stringify(completion(asked, { role: 'assistant', content: '{"intent": "app' }));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length });
      response.write(whole.slice(0, whole.length / 2), () => response.destroy());
      return;
    }
    case 'silence':
      return;
    default:
      reply satisfies never;
  }
}

function sendJson(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: object,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function completion(
  { model, words }: AskedOfFake,
  message: { role: string; content: string | null; [more: string]: unknown },
): object {
  const input = Math.ceil(words.length / 4);
  const output = Math.ceil((message.content?.length ?? 0) / 4);
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  };
}
