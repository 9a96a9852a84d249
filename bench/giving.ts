import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { sealIn } from '../test/support/seal-in.ts';
import { explainLines } from './giving/bank.ts';
import { giveReceipts } from './giving/receipts.ts';

/**
 * `npm run bench -- giving [lines] [pledges] [receipts]`: 100,000 lines of the bank against 200,000 pledges, and 10,000 yearly
 * receipts, unless said. It promises that no line is explained wrongly by itself, and that everybody has one receipt, no number
 * missing.
 */
export async function run([
  lines = '100000',
  pledges = '200000',
  receipts = '10000',
]: readonly string[]): Promise<boolean> {
  const count = { lines: Number(lines), pledges: Number(pledges) };
  const isRight = await inDatabase((db) => explainLines(db, count));
  const isWhole = await inDatabase((db) => giveReceipts(db, Number(receipts)));
  return isRight && isWhole;
}

async function inDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-giving-'));
  const server = await startEmbedded({ directory, settings: ['fsync=off'] });
  try {
    await migrate(server.ownerUrl, join(import.meta.dirname, '../db/migrations'));
    const { db, close } = connect(server.appUrl, { seal: sealIn(directory), most: 2 });
    try {
      return await work(db);
    } finally {
      await close();
    }
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
