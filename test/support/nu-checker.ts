import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why the Nu checker can't be asked here; null where it can. */
export function whyNoNu(): string | null {
  const { status } = spawnSync('java', ['-version']);
  return status === 0 ? null : 'the Nu checker needs Java (Debian: apt-get install default-jre-headless)';
}

/**
 * The tables that become cards on a phone name their roles: browsers take them away with `display: block`, and Chromium
 * is the only one that would not. The checker finds them needless, which they are in a wide window only.
 */
const ROLES_OF_CARDS =
  /^The “role” attribute must not be used on a “(tr|th|td)” element which has a “table” ancestor/;

interface Told {
  readonly messages: readonly {
    readonly url: string;
    readonly message: string;
    readonly extract?: string;
  }[];
}

/** What the Nu checker, which is the W3C's, finds wrong in documents by name. */
export function askNu(documents: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'otonari-pages-'));
  try {
    const names = [...documents.keys()];
    for (const name of names) writeFileSync(join(folder, `${name}.html`), documents.get(name) ?? '');
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
    const files = names.map((name) => `${name}.html`);
    // It tells on the error stream, and ends with 1 where it has found something.
    const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', '--errors-only', ...files], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const { messages } = JSON.parse(stderr) as Told;
    return messages
      .filter(({ message }) => !ROLES_OF_CARDS.test(message))
      .map(({ url, message, extract }) => `${url.split('/').at(-1)}: ${message} ${extract ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
