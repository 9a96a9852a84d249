import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeProgram, type Program } from '../test/support/program.ts';
import { until } from '../test/support/until.ts';
import { type Attempt, fillWorld } from './acceptance/world.ts';
import { command } from './commands/run-command.ts';
import { sendAll } from './fire/presses.ts';
import { embeddedGround, externalGround, type Ground, onGround } from './restoring/ground.ts';
import { faultsAfter } from './restoring/judge.ts';
import { damageBackup } from './restoring/sabotage.ts';
import { asProgram, eraseOne, filesIn, keepPictures, SECRET } from './restoring/story.ts';

/**
 * Loses a house and brings it back: volunteers say yes over HTTP, a backup is taken while others do, somebody is erased
 * after it; then server and database are killed by kill -9 and all data is deleted. `npm run restore` must bring back
 * every yes that was acknowledged before the backup, the photos and an audit chain that holds, and nobody who was erased.
 * On the embedded PostgreSQL, and on Debian's where one is installed (`apt-get install postgresql`).
 *
 * `--sabotage` takes promises out of the backup (with digests that fit) and the erasures out of their log; the drill must fail.
 * @returns whether the promise held on each of them
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = { sabotage: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const results = [];
  let directory = '';
  const grounds: (Ground | null)[] = [embeddedGround(() => directory), await externalGround()];
  for (const ground of grounds) {
    if (!ground) {
      console.log(
        'SKIPPED: no external PostgreSQL is installed below /usr/lib/postgresql (apt-get install postgresql).',
      );
      continue;
    }
    const outside = mkdtempSync(join(tmpdir(), 'otonari-outside-'));
    const log = { ERASURES_LOG: join(outside, 'erasures.log') };
    const program = await makeProgram({ SECRET, ...log, ...ground.environment });
    ({ directory } = program);
    try {
      results.push(await loseAndRestore({ ground, program, outside, sabotage: values.sabotage }));
    } finally {
      await program.end();
      await ground.end();
      rmSync(outside, { recursive: true, force: true });
    }
  }
  const ok = results.every(({ faults }) => faults.length === 0);
  const skipped = grounds.filter((ground) => ground === null).length;
  console.log(JSON.stringify({ drill: 'restore', ok, sabotage: values.sabotage, skipped, grounds: results }));
  return ok;
}

interface Loss {
  readonly ground: Ground;
  readonly program: Program;
  /** A folder on "another disk": the backups and the log of erasures. */
  readonly outside: string;
  readonly sabotage: boolean;
}

async function loseAndRestore({ ground, program, outside, sabotage }: Loss) {
  const { attempts, erasedId } = await fill(ground, program.directory);
  const environment = {
    SECRET,
    ...ground.environment,
    DATA_DIRECTORY: program.directory,
    ERASURES_LOG: join(outside, 'erasures.log'),
  };
  await program.start();
  const soon = () => Date.now() + 60_000;
  const half = Math.floor(attempts.length / 2);
  const before = await sendAll(program.address, attempts.slice(0, half), soon());
  const backups = join(outside, 'backups');
  const after = sendAll(program.address, attempts.slice(half), soon());
  console.log(await command('bin/operate/backup.ts', [backups], environment));
  await after;
  await onGround(ground, ({ appUrl }) => asProgram(appUrl, (connection) => eraseOne(connection, erasedId)));
  await until(
    () =>
      existsSync(environment.ERASURES_LOG) &&
      readFileSync(environment.ERASURES_LOG, 'utf8').includes(erasedId),
    90,
  );

  await program.killServer();
  await ground.lose();
  for (const name of readdirSync(program.directory))
    if (name !== 'program.log') rmSync(join(program.directory, name), { recursive: true, force: true });
  const backup = join(backups, readdirSync(backups)[0] ?? '');
  if (sabotage) damageBackup(backup);
  if (sabotage) writeFileSync(environment.ERASURES_LOG, '');

  const began = performance.now();
  console.log(await command('bin/operate/restore.ts', [backup], environment));
  await program.start();
  const minutes = Number(((performance.now() - began) / 60_000).toFixed(2));
  const promised = [...before].filter(([, { answer }]) => answer === 'yes').map(([attempt]) => attempt);
  const faults = await faultsAfter({ ground, program, promised, erasedId });
  for (const fault of faults) console.log(`  ✗ ${ground.name}: ${fault}`);
  return { ground: ground.name, minutes, bytes: sizeOf(backup), promised: promised.length, faults };
}

async function fill(ground: Ground, directory: string): Promise<{ attempts: Attempt[]; erasedId: string }> {
  return await onGround(ground, ({ appUrl }) =>
    asProgram(appUrl, async (connection) => {
      const attempts = await fillWorld(connection, { requests: 20, rivals: 5, seed: 1 }, SECRET);
      const volunteerIds = [...new Set(attempts.map(({ volunteerId }) => volunteerId))];
      await keepPictures(connection, filesIn(directory), volunteerIds);
      return { attempts, erasedId: volunteerIds.at(-1) ?? '' };
    }),
  );
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
