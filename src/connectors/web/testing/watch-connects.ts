import { Socket } from 'node:net';

export interface Connects {
  /** `host:port` of every connection that was about to be made, in order. */
  readonly dialled: string[];
  stop(): void;
}

/**
 * Watches every connection that this process makes, below every library, and lets none be made but those to `passed`
 * ports: the others fail as if nobody answered.
 */
export function watchConnects(passed: readonly number[] = []): Connects {
  const dialled: string[] = [];
  const original = Socket.prototype.connect;
  Socket.prototype.connect = function connect(this: Socket, ...given: unknown[]): Socket {
    const options = targetOf(given);
    if (passed.includes(options.port)) return Reflect.apply(original, this, given);
    dialled.push(`${options.host}:${options.port}`);
    process.nextTick(() => this.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
    return this;
  };
  return {
    dialled,
    stop: () => {
      Socket.prototype.connect = original;
    },
  };
}

/** `net.connect` hands over its arguments as one list that it has put in order. */
function targetOf(given: readonly unknown[]): { host: string; port: number } {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const { host = 'localhost', port = 0 } = (typeof first === 'object' && first !== null ? first : {}) as {
    host?: string;
    port?: number | string;
  };
  return { host, port: Number(port) };
}
