// npm run audit:check [-- FILE …]: reads the whole audit chain, its seals and anchors, in the database of the environment
// or the embedded one, and compares the heads in files that are kept elsewhere. Changes nothing. Ends with 1 when
// anything does not hold, or there is nothing to compare with.
import { readFile } from 'node:fs/promises';
import { readAnchors, readLines } from '../../src/platform/audit/chain/anchors.ts';
import { checkAll } from '../../src/platform/audit/chain/check-all.ts';
import { makeMarks } from '../../src/platform/audit/chain/marks.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { readSecret } from '../../src/platform/sealed/secret.ts';
import { reach, runCommand } from './reach.ts';

await runCommand(async () => {
  const files = await Promise.all(process.argv.slice(2).map((file) => readFile(file, 'utf8')));
  const configuration = readConfiguration(process.env);
  const marks = makeMarks(readSecret(configuration));
  const reached = await reach(configuration);
  try {
    const connection = connect(reached.ownerUrl, { seal: reached.seal, most: 1 });
    const given = readLines(files.join('\n'));
    const kept = await readAnchors(configuration.auditAnchors, 'all');
    const anchors = [...kept.seals, ...given.seals];
    const result = await checkAll(connection.db, marks, anchors);
    const unreadable = kept.unreadable + given.unreadable;
    console.log(JSON.stringify({ ...result, unreadable }));
    await connection.close();
    if (anchors.length === 0)
      throw new Error(
        `There is no anchor in ${configuration.auditAnchors}, so a chain made anew would not be noticed. Name the folder with AUDIT_ANCHORS, or a file.`,
      );
    process.exitCode = result.faults.length + unreadable > 0 ? 1 : 0;
  } finally {
    await reached.stop();
  }
});
