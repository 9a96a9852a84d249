import { join } from 'node:path';
import pg from 'pg';
import { type Connection, connect } from '../../src/platform/database/connect.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { sealIn, secretIn } from '../../test/support/seal-in.ts';

/** Makes a program's database, and fills it before the program runs. @param fill gets the program's secret too */
export async function filled<World>(
  directory: string,
  fill: (connection: Connection, secret: string) => Promise<World>,
): Promise<World> {
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  try {
    await migrate(embedded.ownerUrl, join(import.meta.dirname, '../../db/migrations'));
    const connection = connect(embedded.appUrl, { seal: sealIn(directory) });
    const world = await fill(connection, secretIn(directory));
    await connection.close();
    return world;
  } finally {
    await embedded.stop();
  }
}

/** Takes walls out of a program's database as its owner, all from outside the product, and the wait for the disk at commit. */
export async function sabotage(directory: string, walls: string): Promise<void> {
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  const client = new pg.Client({ connectionString: embedded.ownerUrl });
  try {
    await client.connect();
    await client.query(`${walls}; alter database otonari set synchronous_commit = off`);
  } finally {
    await client.end();
    await embedded.stop();
  }
}
