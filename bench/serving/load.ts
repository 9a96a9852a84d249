import { Agent, request } from 'node:http';

/** An answer as it came over the wire. */
export interface Taken {
  readonly status: number;
  /** Bytes of the body, packed as they were. */
  readonly bytes: number;
  readonly body: Buffer;
  readonly encoding: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const AT_ONCE = 4;
const WARM_UP = 1_000;
/** What Chromium, Edge and Firefox take over HTTPS. */
export const AS_A_BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** Gets an address over kept connections. */
export function take(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        const encoding = answer.headers['content-encoding'] ?? '';
        resolve({ status: answer.statusCode ?? 0, bytes: body.byteLength, body, encoding });
      });
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pages: number;
  /** CPU that the server has used so far, in microseconds. */
  cpuMicros(): Promise<number>;
}

export interface Cost {
  /** Server CPU for one page, in milliseconds. */
  readonly cpuMs: number;
  readonly pagesPerSecond: number;
}

/**
 * Asks for a page many times, four at once, after WARM_UP tries.
 * @throws when an answer is not 200
 */
export async function measure(load: Load): Promise<Cost> {
  await ask({ ...load, pages: WARM_UP });
  const [cpuBefore, began] = [await load.cpuMicros(), performance.now()];
  await ask(load);
  const seconds = (performance.now() - began) / 1000;
  const cpuMs = ((await load.cpuMicros()) - cpuBefore) / 1000 / load.pages;
  return { cpuMs: Number(cpuMs.toFixed(3)), pagesPerSecond: Math.round(load.pages / seconds) };
}

async function ask({ url, headers, pages }: Load): Promise<void> {
  let left = pages;
  const work = async () => {
    while (left-- > 0) {
      // Another address every time: what is remembered by an address must not look faster than it is.
      const { status } = await take(`${url}?n=${left}`, headers);
      if (status !== 200) throw new Error(`${url} answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

export function closeConnections(): void {
  agent.destroy();
}
