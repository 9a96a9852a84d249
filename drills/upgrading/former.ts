import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HERE } from '../commands/run-command.ts';

/** A version of the past, in a folder of its own. */
export interface Former {
  /** Its commit, as short as it can be. */
  readonly commit: string;
  readonly root: string;
  readonly bundle: string;
  /** Steps of the schema that this version has and it has not. */
  readonly lacks: readonly string[];
  end(): void;
}

/** There is no history to take a version from, or not the one that was named. */
export class NoFormer extends Error {}

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: HERE, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/**
 * Unpacks and builds a former version. It runs on this version's packages where its lock names the same; else its own are
 * installed, which needs the network.
 * @param from a tag or commit; without it the newest that lacks a step of this version's schema: there an upgrade does something
 * @throws NoFormer with a sentence when the clone does not hold it
 */
export function unpackFormer(from: string | undefined): Former {
  const commit = from === undefined ? findDefault() : nameOf(from);
  const root = mkdtempSync(join(tmpdir(), 'otonari-former-'));
  const archive = execFileSync('git', ['archive', commit], { cwd: HERE, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  const lockIn = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lockIn(root) === lockIn(HERE)) symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'));
  else {
    console.log(`The packages of ${commit} are others than ours: npm ci …`);
    execFileSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
    });
  }
  const build = ['--import', 'tsx', join(root, 'bin/build.ts')];
  execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const known = stepsOf(commit);
  return {
    commit,
    root,
    bundle: join(root, 'dist-server', 'server.js'),
    lacks: presentSteps().filter((name) => !known.includes(name)),
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}

const isStep = (name: string) => name.endsWith('.sql');

const presentSteps = () => readdirSync(join(HERE, 'db/migrations')).filter(isStep);

const stepsOf = (commit: string) =>
  git('ls-tree', '--name-only', `${commit}:db/migrations`).split('\n').filter(isStep);

function findDefault(): string {
  const present = presentSteps();
  for (const commit of history()) {
    const known = new Set(stepsOf(commit));
    if (present.some((name) => !known.has(name))) return nameOf(commit);
  }
  throw new NoFormer('No version of this history lacks a step of the schema: name one with --from.');
}

function history(): string[] {
  try {
    if (git('rev-parse', '--is-shallow-repository') === 'false') return git('rev-list', 'HEAD').split('\n');
  } catch {
    throw new NoFormer(
      'This is not a clone of the repository: without a history there is no former version.',
    );
  }
  throw new NoFormer('This clone is shallow and may not hold the former version: git fetch --unshallow.');
}

function nameOf(from: string): string {
  try {
    return git('rev-parse', '--short', '--verify', `${from}^{commit}`);
  } catch {
    throw new NoFormer(
      `This clone does not hold ${from} (a shallow one holds no past: git fetch --unshallow).`,
    );
  }
}
