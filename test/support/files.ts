import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { Files } from '../../src/platform/files/files.ts';
import { diskStore } from '../../src/platform/files/store/disk.ts';

/** A folder of its own for the files of one test file, and what its log says of them. */
export function testFiles(): Files & { readonly directory: string; readonly problems: string[] } {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-files-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const problems: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void problems.push(line) });
  return { store: diskStore(directory), log, directory, problems };
}
