import { connect as connectTo, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** A way to a database that can freeze: connections stay and are taken, and nothing comes or goes any more. */
export interface FreezingWay {
  readonly url: string;
  freeze(): void;
  thaw(): void;
}

/** Opens a way on this machine to the server of a `postgres://` address; closed after the test file. */
export async function freezingWayTo(url: string): Promise<FreezingWay> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let frozen = false;
  const server = createServer((client) => {
    const inner = connectTo(Number(port), hostname);
    for (const [one, other] of [
      [client, inner],
      [inner, client],
    ] as const) {
      open.add(one);
      one.on('data', (bytes) => void other.write(bytes));
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      if (frozen) one.pause();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => {
    for (const one of open) one.destroy();
    server.close();
  });
  const way = new URL(url);
  const address = server.address();
  way.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const forAll = (act: 'pause' | 'resume') => {
    frozen = act === 'pause';
    for (const one of open) one[act]();
  };
  return { url: way.href, freeze: () => forAll('pause'), thaw: () => forAll('resume') };
}
