import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Connection, connect } from '../../src/platform/database/connect.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';
import { asDatabase, dropWhenFree, runAs } from './clusters.ts';
import { type Filling, templateOf } from './templates.ts';

const SECRET = 'a secret of at least thirty-two characters';

/** The seal of every house that a test opens. */
export const testSeal = makeSeal(SECRET);

export interface TestDatabase extends Connection {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/**
 * A fresh copy of the migrated database for one test file, as the application role; dropped after the file.
 * Call it at the top of the file: `const { db } = await testDatabase();`
 * @param filling what it holds from the start, made once a run; without it: the schema
 */
export async function testDatabase(filling: Filling | null = null): Promise<TestDatabase> {
  const owner = inject('ownerUrl');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = asDatabase(owner, 'postgres');
  await runAs(admin, `create database ${name} template ${await templateOf(filling)}`);
  const appUrl = asDatabase(inject('appUrl'), name);
  const connection = connect(appUrl, { seal: testSeal });
  afterAll(async () => {
    await connection.close();
    await dropWhenFree(admin, name);
  });
  return { ...connection, ownerUrl: asDatabase(owner, name), appUrl };
}

/** The same database as a running program reads it: words that do not open are told by their place, not thrown. */
export function connectTolerant(appUrl: string): Connection & { readonly unread: string[] } {
  const unread: string[] = [];
  const seal = makeSeal(SECRET, undefined, (place) => void unread.push(place));
  const connection = connect(appUrl, { seal, most: 1 });
  afterAll(() => connection.close());
  return { ...connection, unread };
}
