// npm run audit:check [-- FILE…]: reads the whole chain of the audit with DATABASE_URL and SECRET, and compares it with the
// anchors in AUDIT_ANCHORS and in the files given. Prints one line of JSON; exit code 1 when something does not hold.
import { readFile } from 'node:fs/promises';
import { readAnchors, readLines } from '../../src/platform/audit/chain/anchors.ts';
import { checkAll } from '../../src/platform/audit/chain/check-all.ts';
import { makeMarks } from '../../src/platform/audit/chain/marks.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';
import { readSecret } from '../../src/platform/sealed/secret.ts';

const configuration = readConfiguration(process.env);
if (!configuration.databaseUrl) {
  console.error('Set DATABASE_URL, SECRET and, where anchors are kept elsewhere, AUDIT_ANCHORS.');
  process.exit(2);
}
const secret = readSecret(configuration);
const connection = connect(configuration.databaseUrl, { seal: makeSeal(secret), most: 1 });
try {
  const files = await Promise.all(process.argv.slice(2).map((file) => readFile(file, 'utf8')));
  const given = readLines(files.join('\n'));
  const kept = await readAnchors(configuration.auditAnchors, 'all');
  const result = await checkAll(connection.db, makeMarks(secret), [...kept.seals, ...given.seals]);
  const unreadable = kept.unreadable + given.unreadable;
  console.log(JSON.stringify({ ...result, unreadable }));
  process.exitCode = result.faults.length + unreadable > 0 ? 1 : 0;
} finally {
  await connection.close();
}
