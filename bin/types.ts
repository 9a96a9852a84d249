// Writes src/platform/database/generated.ts from the migrations: boots a throw-away PostgreSQL, migrates, describes it.
// With --verify it changes nothing and exits 1 when the file is not what the migrations say.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { generateTypes } from '../src/platform/database/generate-types.ts';
import { migrate } from '../src/platform/database/migrate.ts';

const root = join(import.meta.dirname, '..');
const directory = mkdtempSync(join(tmpdir(), 'otonari-types-'));
const embedded = await startEmbedded({ directory, settings: ['fsync=off'] });
try {
  await migrate(embedded.ownerUrl, join(root, 'db/migrations'));
  generateTypes(embedded.ownerUrl, { verify: process.argv.includes('--verify') });
} finally {
  await embedded.stop();
  rmSync(embedded.place.directory, { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
}
