import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openHouse } from '../../src/house.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { openLive } from '../../src/platform/live/live.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const source = join(import.meta.dirname, '../../src');

/** Subjects of all settings that the source defines. */
function definedSettings(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(source, file), 'utf8').matchAll(/: Setting<\w+> = \{\s*subject: '([^']+)'/g),
    ])
    .map(([, subject = '']) => subject)
    .sort();
}

test('every setting is defined by a module', () => {
  const known = product.house.modules.flatMap(({ settings = [] }) => settings.map(({ subject }) => subject));
  expect(known.sort()).toEqual(definedSettings());
  expect(known.length).toBeGreaterThan(0);
});

test('a setting of before an upgrade is logged once when the house opens, without what it says', async () => {
  const { db } = product.database;
  await db
    .insertInto('platform.settings')
    .values({ subject: 'organization', value: JSON.stringify({ name: 'Tonari', phone: 3 }) })
    .execute();
  const log: string[] = [];
  const live = openLive(product.database);
  await openHouse({
    configuration: readConfiguration({ DEMONSTRATION: 'true' }),
    connection: product.database,
    live,
    log: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    clock: product.clock,
    secret: 'a secret of at least thirty-two characters',
  });
  await live.close();
  expect(log).toHaveLength(1);
  expect(log[0]).toContain('"subject":"organization"');
  expect(log[0]).toContain('phone invalid_type');
  expect(log[0]).not.toContain('Tonari');
});
