import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../test/support/program.ts';
import { endChild, startChild } from './child.ts';
import type { Kind, Tab } from './tab.ts';

/** WebKitGTK's small browser on a screen that nobody sees, driven over WebDriver. */
export const webkit: Kind = {
  name: 'webkit',
  needs: { '/usr/bin/WebKitWebDriver': 'webkit2gtk-driver', '/usr/bin/Xvfb': 'xvfb' },
  async open() {
    const args = ['-displayfd', '1', '-screen', '0', '1024x900x24', '-nolisten', 'tcp'];
    const screen = await startChild('/usr/bin/Xvfb', args, /^(\d+)$/m);
    const port = await freePort();
    // It says nothing: `openTab` asks until it answers.
    const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${screen.found[1]}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
      detached: true,
    });
    const forget = async () => {
      await endChild(driver);
      await endChild(screen.child);
    };
    try {
      return await openTab(`http://127.0.0.1:${port}`, forget);
    } catch (problem) {
      await forget();
      throw problem;
    }
  },
};

async function openTab(driver: string, forget: () => Promise<void>): Promise<Tab> {
  await untilAnswering(driver);
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] } } };
  const { sessionId } = await send<{ sessionId: string }>(`${driver}/session`, { capabilities });
  const session = `${driver}/session/${sessionId}`;
  return {
    async go(url) {
      await send(`${session}/url`, { url });
    },
    async back() {
      await send(`${session}/back`, {});
    },
    ask: <T>(script: string) => send<T>(`${session}/execute/sync`, { script, args: [] }),
    async act(actions) {
      await send(`${session}/actions`, { actions });
    },
    async end() {
      await fetch(session, { method: 'DELETE' }).catch(() => {});
      await forget();
    },
  };
}

async function send<T>(address: string, body: object): Promise<T> {
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function untilAnswering(driver: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`${driver}/status`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('WebKitWebDriver does not answer');
}
