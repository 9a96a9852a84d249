import type { Studio } from '../../bin/pictures/take.ts';
import { asFirstTime } from './watch.ts';

/** Things of one kind on a page, in a window of a size. */
export interface InSight {
  readonly page: string;
  /** A selector of each of them. */
  readonly item: string;
  readonly width: number;
  readonly height: number;
  /** How many must be wholly in sight before anybody scrolls. */
  readonly least?: number;
  /** How high each may be at most before it is opened. */
  readonly highest?: number;
}

/** How many there are, how many are wholly in sight, and how high the highest and all of them are, in pixels. */
export interface Counted extends InSight {
  readonly all: number;
  readonly inSight: number;
  readonly highestIs: number;
  readonly heightOfAll: number;
  readonly ok: boolean;
}

/** Opens a page as it comes and counts. */
export async function countInSight(studio: Studio, asked: InSight): Promise<Counted> {
  const boxes = await asFirstTime(studio, asked, async (tab) => {
    const all = tab.locator(asked.item).filter({ visible: true });
    return Promise.all((await all.all()).map((one) => one.boundingBox()));
  });
  const shown = boxes.flatMap((box) => box ?? []);
  const inSight = shown.filter(({ y, height }) => y >= 0 && y + height <= asked.height).length;
  const highestIs = Math.round(Math.max(0, ...shown.map(({ height }) => height)));
  const heightOfAll = Math.round(shown.reduce((sum, { height }) => sum + height, 0));
  const { least = 0, highest = Number.POSITIVE_INFINITY } = asked;
  const ok = shown.length > 0 && inSight >= least && highestIs <= highest;
  return { ...asked, all: shown.length, inSight, highestIs, heightOfAll, ok };
}
