// npm run restore -- FOLDER/otonari-…: puts a backup into an empty database and file store, and erases again who was erased
// since, as ERASURES_LOG says. Without that file: --without-erasures, where nobody can have been erased since.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { personalDataMaps } from '../../src/modules.ts';
import { PROGRAM, recordAudit } from '../../src/platform/audit/record.ts';
import { eraseAgain, readErasures } from '../../src/platform/backup/erasures.ts';
import { restoreBackup } from '../../src/platform/backup/restore.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { openStore } from '../../src/platform/files/store/address.ts';
import { erase } from '../../src/platform/rights/erase.ts';
import { reach, runCommand } from './reach.ts';

await runCommand(async () => {
  const options = { 'without-erasures': { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder] = positionals;
  if (!folder) throw new Error('Say which one: npm run restore -- FOLDER/otonari-…');
  const configuration = readConfiguration(process.env);
  const log = configuration.erasuresLog;
  const erasures = (await readErasures(log)) ?? (values['without-erasures'] ? [] : null);
  if (erasures === null) {
    throw new Error(
      `Who was erased since the backup would be back: there is no ${log}. Name the file with ERASURES_LOG, or say --without-erasures.`,
    );
  }
  const began = Date.now();
  const { ownerUrl, seal, stop } = await reach(configuration);
  try {
    const store = openStore(configuration);
    const migrations = join(import.meta.dirname, '../../db/migrations');
    const manifest = await restoreBackup({ ownerUrl, store, folder: resolve(folder), migrations, seal });
    const connection = connect(ownerUrl, { seal });
    const now = Temporal.Now.instant();
    const again = await eraseAgain(connection.db, erasures, (tx, { personId, askedAt }) =>
      erase(tx, personalDataMaps, { personId, askedAt, now }),
    );
    const entry = {
      action: 'platform.backup.restored',
      outcome: 'done',
      detail: { takenAt: manifest.takenAt, again },
    } as const;
    await inTransaction(connection.db, (tx) => recordAudit(tx, PROGRAM, entry, now));
    await connection.close();
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(
      `Restored as of ${manifest.takenAt}; ${again} erased again; ${seconds} s. Everybody signs in anew.`,
    );
  } finally {
    await stop();
  }
});
