import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../configuration.ts';

/**
 * The installation's own secret: from the environment, or made once and kept beside the data, readable by its owner only.
 * @throws when there is none for a database of real people
 */
export function readSecret(configuration: Configuration): string {
  if (configuration.secret) return configuration.secret;
  if (configuration.databaseUrl && !configuration.demonstration) {
    throw new Error(
      'Set SECRET (at least 32 characters): every process of an installation needs the same one.',
    );
  }
  const file = join(configuration.dataDirectory, 'secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(configuration.dataDirectory, { recursive: true });
    const secret = randomBytes(48).toString('base64url');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}
