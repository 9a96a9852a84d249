import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfiguration } from '../configuration.ts';
import { readSecret } from './secret.ts';

let directory = '';
const file = () => join(directory, 'secret');
const read = (more: Record<string, string> = {}) =>
  readSecret(readConfiguration({ DATA_DIRECTORY: directory, ...more }));

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'otonari-secret-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('the secret of an installation', () => {
  test('is made once, for its owner only, and leaves nothing beside it', () => {
    const secret = read();
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect([read(), readFileSync(file(), 'utf8')]).toEqual([secret, secret]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['secret']);
  });

  test('is that of the environment where there is one', () => {
    const SECRET = 'a secret of at least thirty-two characters';
    expect(read({ SECRET })).toBe(SECRET);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('has to be set for a database of real people', () => {
    expect(() => read({ DATABASE_URL: 'postgres://a:b@127.0.0.1/otonari' })).toThrow('Set SECRET');
  });

  test.each(['', 'short'])('is refused when its file holds "%s", and the file stays', (held) => {
    writeFileSync(file(), held);
    expect(() => read()).toThrow('holds fewer than 32 characters');
    expect(readFileSync(file(), 'utf8')).toBe(held);
  });

  test('is not made anew when it is only away: its place is taken', () => {
    symlinkSync(join(directory, 'on a disk that is not there'), file());
    expect(() => read()).toThrow('ENOENT');
    expect(readdirSync(directory)).toEqual(['secret']);
  });
});
