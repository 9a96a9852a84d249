import { pino } from 'pino';
import sharp from 'sharp';
import { personalDataMaps } from '../../src/modules.ts';
import { type Connection, connect } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { type Files, keepFile } from '../../src/platform/files/files.ts';
import { readPicture } from '../../src/platform/files/pictures.ts';
import { openStore } from '../../src/platform/files/store/address.ts';
import { erase } from '../../src/platform/rights/erase.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';

export const SECRET = 'the secret of a drill, which nobody else knows';

/** Runs something on a database as the program would. */
export async function asProgram<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect(url, { seal: makeSeal(SECRET), most: 2 });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** The file store of a program on this data. */
export function filesIn(dataDirectory: string): Files {
  return { store: openStore({ dataDirectory, filesUrl: undefined }), log: pino({ level: 'silent' }) };
}

/** Gives each of some people a picture of their own. */
export async function keepPictures(
  { db }: Connection,
  files: Files,
  ownerIds: readonly string[],
): Promise<void> {
  const now = Temporal.Now.instant();
  for (const [index, ownerId] of ownerIds.entries()) {
    const create = { width: 40 + index, height: 30, channels: 3, background: 'teal' } as const;
    const picture = await readPicture(await sharp({ create }).png().toBuffer());
    if (!picture.ok) throw new Error(`a picture was refused: ${picture.refusal.code}`);
    const kept = { picture: picture.value, ownerId, kind: 'spot.letter', now };
    await inTransaction(db, (tx) => keepFile(tx, files, kept));
  }
}

export async function eraseOne({ db }: Connection, personId: string): Promise<void> {
  const now = Temporal.Now.instant();
  await inTransaction(db, (tx) => erase(tx, personalDataMaps, { personId, askedAt: now, now }));
}
