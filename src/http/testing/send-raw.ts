import { connect } from 'node:net';

/** Sends bytes as they stand, which no HTTP client would. @returns everything that came back until the other side closed. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (data: string) => {
      received += data;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

/** One GET with the path and Host exactly as given. @returns the status and the whole answer. */
export async function getRaw(
  url: string,
  path: string,
  host = '127.0.0.1',
): Promise<{ status: number; text: string }> {
  const text = await sendRaw(url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return { status: Number(text.slice(9, 12)), text };
}
