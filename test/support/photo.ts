import sharp from 'sharp';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { keepFile } from '../../src/platform/files/files.ts';
import { type Picture, readPicture } from '../../src/platform/files/pictures.ts';
import type { Product } from './product.ts';

/** Somebody brings a photo. @returns its id, and what is kept of it */
export async function bringPhoto(
  { database, files, clock }: Product,
  ownerId: string,
): Promise<{ id: string; picture: Picture }> {
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: '#808' } });
  const read = await readPicture(await drawn.png().toBuffer());
  if (!read.ok) throw new Error(read.refusal.code);
  const file = { picture: read.value, ownerId, kind: 'spot.photo', now: clock() };
  const id = await inTransaction(database.db, (tx) => keepFile(tx, files, file));
  return { id, picture: read.value };
}
