import type { NewsQuestion } from '../../../platform/news.ts';
import { listMayWish } from './commands.ts';

/** News as long as it stands on their page. */
export async function wishIsMutual({ db, personId, now }: NewsQuestion): Promise<boolean> {
  return (await listMayWish(db, personId, now)).some(({ toldAt }) => toldAt !== null);
}
