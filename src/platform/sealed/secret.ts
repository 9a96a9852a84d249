import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../configuration.ts';

const FEWEST = 32;

/**
 * The installation's own secret: from the environment, or made once and kept beside the data, readable by its owner only.
 * @throws when there is none for a database of real people, or what is kept can't be read or is no secret
 */
export function readSecret(configuration: Configuration): string {
  if (configuration.secret) return configuration.secret;
  if (configuration.databaseUrl && !configuration.demonstration) {
    throw new Error(
      'Set SECRET (at least 32 characters): every process of an installation needs the same one.',
    );
  }
  const file = join(configuration.dataDirectory, 'secret');
  const secret = readKept(file) ?? keepNew(configuration.dataDirectory, file);
  if (secret.length < FEWEST)
    throw new Error(
      `${file} holds fewer than ${FEWEST} characters, so it is not the secret that was made here. Put the copy of it back (docs/operations.md, "The secret").`,
    );
  return secret;
}

/** @returns null when nothing is kept. A file that is there but can't be read must not be taken for a first start. */
function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    if (isCode(problem, 'ENOENT')) return null;
    throw problem;
  }
}

/** The file is there with all of the secret or not at all, and of two processes that start together one makes it. */
function keepNew(directory: string, file: string): string {
  mkdirSync(directory, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (problem) {
    if (!isCode(problem, 'EEXIST')) throw problem;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function isCode(problem: unknown, code: string): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === code;
}
