import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChild, startChild } from './child.ts';
import type { Kind, Tab } from './tab.ts';

/** Firefox ESR without a window, driven over WebDriver BiDi, which it speaks by itself. */
export const firefox: Kind = {
  name: 'firefox',
  needs: { '/usr/bin/firefox-esr': 'firefox-esr' },
  async open() {
    const profile = mkdtempSync(join(tmpdir(), 'otonari-firefox-'));
    const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
    const { child, found } = await startChild('/usr/bin/firefox-esr', args, /BiDi listening on (ws:\S+)/);
    const line = await openLine(`${found[1]}/session`);
    const forget = async () => {
      line.close();
      await endChild(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      return await openTab(line, forget);
    } catch (problem) {
      await forget();
      throw problem;
    }
  },
};

async function openTab({ send }: Line, forget: () => Promise<void>): Promise<Tab> {
  await send('session.new', { capabilities: {} });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context ?? '';
  await send('browsingContext.setViewport', { context, viewport: { width: 1024, height: 768 } });
  return {
    async go(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async back() {
      await send('browsingContext.traverseHistory', { context, delta: -1 });
    },
    async ask<T>(script: string) {
      // Objects come back in a notation of their own; text does not.
      const expression = `JSON.stringify((() => { ${script} })() ?? null)`;
      const target = { context };
      const told = await send<{ result?: { value: string }; exceptionDetails?: { text: string } }>(
        'script.evaluate',
        { expression, target, awaitPromise: false },
      );
      if (!told.result) throw new Error(told.exceptionDetails?.text ?? 'the script failed');
      return JSON.parse(told.result.value) as T;
    },
    async act(actions) {
      await send('input.performActions', { context, actions });
    },
    end: forget,
  };
}

interface Line {
  send<T>(method: string, params: object): Promise<T>;
  close(): void;
}

/** A line over which each command is answered once. */
async function openLine(address: string): Promise<Line> {
  const socket = new WebSocket(address);
  await new Promise((done, failed) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('error', () => failed(new Error(`${address} does not answer`)), { once: true });
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let count = 0;
  return {
    async send<T>(method: string, params: object) {
      const id = ++count;
      const answer = await new Promise<Answer>((done) => {
        waiting.set(id, done);
        socket.send(JSON.stringify({ id, method, params }));
      });
      if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
      return answer.result as T;
    },
    close: () => socket.close(),
  };
}

interface Answer {
  readonly id: number;
  readonly type: 'success' | 'error';
  readonly result?: unknown;
  readonly message?: string;
}
