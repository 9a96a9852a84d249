import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPicture } from './picture.ts';

test('the bars of the picture are as long as its figures say', async () => {
  const rows = (share: number) => [{ words: '1', share: share / 4 }];
  const words = { title: '髙﨑𠮷', standing: 'あと1日', organization: 'JII' };
  const lengthOf = async (share: number) => {
    const picture = sharp(await drawPicture({ ...words, rows: rows(share) }));
    const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    // A row through the middle of the first bar: how much of it is not empty.
    const row = Array.from(
      { length: info.width },
      (_, x) => data[(389 * info.width + x) * info.channels] ?? 0,
    );
    return row.filter((red) => red > 170 && red < 200).length;
  };
  const whole = await lengthOf(4);
  expect(whole).toBeGreaterThan(1000);
  expect((await lengthOf(1)) / whole).toBeCloseTo(0.25, 1);
  expect(await lengthOf(9)).toBe(whole);
  expect(await lengthOf(0)).toBe(0);
});
