import { createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll } from 'vitest';

// PostgreSQL's frontend/backend protocol, version 3: a type, a length, a body.
const START_LENGTH_AT = 0;
const SSL_REQUEST = 80877103;

/**
 * Does on this machine what a pooler in transaction mode does: several clients, one connection to PostgreSQL, each client's
 * until its transaction is over.
 * @returns the address to connect to, closed after the test file
 */
export async function sharingPoolerTo(url: string): Promise<string> {
  const upstream = new pg.Client({ connectionString: url });
  await upstream.connect();
  const { stream } = (upstream as unknown as { connection: { stream: Socket } }).connection;
  stream.removeAllListeners('data');
  const turns = new Turns(stream);
  const server: Server = createServer((client) => welcome(client, turns));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => {
    stream.destroy();
    server.close();
  });
  upstream.on('error', () => {});
  const way = new URL(url);
  const address = server.address();
  way.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return way.href;
}

/** Whose turn it is: from a client's first word until PostgreSQL is ready and in no transaction. */
class Turns {
  readonly #stream: Socket;
  readonly #waiting: { client: Socket; bytes: Buffer }[] = [];
  #whose: Socket | null = null;
  #rest = Buffer.alloc(0);

  constructor(stream: Socket) {
    this.#stream = stream;
    stream.on('data', (bytes: Buffer) => this.#answer(bytes));
  }

  say(client: Socket, bytes: Buffer): void {
    if (this.#whose !== null && this.#whose !== client) {
      this.#waiting.push({ client, bytes });
      return;
    }
    this.#whose = client;
    this.#stream.write(bytes);
  }

  #answer(bytes: Buffer): void {
    this.#whose?.write(bytes);
    this.#rest = Buffer.concat([this.#rest, bytes]);
    let isIdle = false;
    while (this.#rest.length >= 5 && this.#rest.length > this.#rest.readInt32BE(1)) {
      const end = this.#rest.readInt32BE(1) + 1;
      isIdle = this.#rest.toString('latin1', 0, 1) === 'Z' && this.#rest.toString('latin1', 5, 6) === 'I';
      this.#rest = this.#rest.subarray(end);
    }
    if (!isIdle) return;
    this.#whose = null;
    const next = this.#waiting.shift();
    if (next) this.say(next.client, next.bytes);
  }
}

function welcome(client: Socket, turns: Turns): void {
  let isIn = false;
  client.on('error', () => {});
  client.on('data', (bytes: Buffer) => {
    if (isIn) {
      if (bytes.toString('latin1', 0, 1) === 'X') client.end();
      else turns.say(client, bytes);
      return;
    }
    if (bytes.readInt32BE(START_LENGTH_AT + 4) === SSL_REQUEST) {
      client.write('N');
      return;
    }
    isIn = true;
    client.write(Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1'));
  });
}
