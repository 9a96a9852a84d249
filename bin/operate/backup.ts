// npm run backup -- FOLDER [--keep 14]: writes database and files, as they are now, into a new folder below FOLDER, while
// the house is open. Older backups than the newest so many are deleted.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeBackup } from '../../src/platform/backup/take.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { openStore } from '../../src/platform/files/store/address.ts';
import { reach, runCommand } from './reach.ts';

await runCommand(async () => {
  const options = { keep: { type: 'string', default: '14' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const keep = Number(values.keep);
  const [folder] = positionals;
  if (!folder || !Number.isInteger(keep) || keep < 1)
    throw new Error('Say where: npm run backup -- FOLDER [--keep 14]');
  const configuration = readConfiguration(process.env);
  const began = Date.now();
  const reached = await reach(configuration);
  try {
    const store = openStore(configuration);
    const now = Temporal.Now.instant();
    const taken = await takeBackup({ ownerUrl: reached.ownerUrl, store, folder: resolve(folder), now, keep });
    const rows = taken.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${taken.folder}: ${rows} rows, ${taken.manifest.files.rows} files, ${seconds} s.`);
    console.log(
      'Without SECRET nobody reads its words; names and addresses lie there in plain. The secret is not in it.',
    );
  } finally {
    await reached.stop();
  }
});
