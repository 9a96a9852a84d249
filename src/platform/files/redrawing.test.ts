import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fingerprintOf, fingerprintsOf, redrawPicture } from './redrawing.ts';

/** Vertical stripes, black and white: what is blurred is neither any more. */
const stripes = (width: number, height: number) => {
  const raw = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) raw.fill((at % width) % 2 ? 255 : 0, at * 3, at * 3 + 3);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
};
/** Patches of gray as chance would have them, the same every time. */
const patches = (seed: number) => {
  let state = seed;
  const raw = Buffer.from(
    Array.from({ length: 35 }, () => {
      state = (state * 73 + 41) % 251;
      return state;
    }),
  );
  return sharp(raw, { raw: { width: 7, height: 5, channels: 1 } })
    .resize(640, 480, { fit: 'fill' })
    .png()
    .toBuffer();
};
const apart = (one: string, other: string) => [...one].filter((sign, at) => sign !== other[at]).length;
const whole = { crop: null, blurs: [], mostPixels: 2000 };
/** How much neighbors differ, on average, within columns. */
async function contrast(bytes: Uint8Array, from: number, to: number): Promise<number> {
  const { data, info } = await sharp(bytes).grayscale().raw().toBuffer({ resolveWithObject: true });
  let sum = 0;
  for (let x = from; x < to - 1; x += 1) {
    const at = Math.floor(info.height / 2) * info.width + x;
    sum += Math.abs((data[at * info.channels] ?? 0) - (data[(at + 1) * info.channels] ?? 0));
  }
  return sum / (to - from - 1);
}

test('what is blurred is gone from the bytes, what lies beside it stays', async () => {
  const box = { left: 50, top: 0, width: 50, height: 100 };
  const { bytes } = await redrawPicture(await stripes(200, 60), { ...whole, blurs: [box] });
  expect(await contrast(bytes, 5, 95)).toBeGreaterThan(100);
  expect(await contrast(bytes, 105, 195)).toBeLessThan(20);
});

test('a cut has the part that was asked for, and the size', async () => {
  const crop = { left: 25, top: 0, width: 50, height: 100 };
  const picture = await redrawPicture(await patches(7), { ...whole, crop, mostPixels: 120 });
  expect(picture).toMatchObject({ width: 80, height: 120, mediaType: 'image/webp' });
});

test('a part that goes over the edge is cut at it', async () => {
  const box = { left: 90, top: 90, width: 50, height: 50 };
  expect(await redrawPicture(await patches(7), { ...whole, crop: box })).toMatchObject({ width: 64 });
});

test.each([7, 19, 33, 51, 77])(
  'picture %i is known again smaller, saved anew or brighter; another is not',
  async (seed) => {
    const picture = await patches(seed);
    const sign = await fingerprintOf(picture);
    expect(sign).toMatch(/^[01]{64}$/);
    const again = [
      sharp(picture).resize(200).jpeg({ quality: 40 }),
      sharp(picture).linear(0.8, 30),
      sharp(picture).resize(1000).blur(2).webp({ quality: 60 }),
    ];
    for (const one of again)
      expect(apart(sign, await fingerprintOf(await one.toBuffer()))).toBeLessThanOrEqual(6);
    expect(apart(sign, await fingerprintOf(await patches(seed + 1)))).toBeGreaterThan(15);
  },
);

test.each([7, 19, 33, 51, 77])(
  'picture %i is known again turned by right angles and mirrored',
  async (seed) => {
    const picture = await patches(seed);
    const known = await fingerprintOf(picture);
    const isKnown = async (bytes: Uint8Array) =>
      (await fingerprintsOf(bytes)).some((sign) => apart(known, sign) <= 6);
    for (const turn of [0, 90, 180, 270])
      for (const isMirrored of [false, true]) {
        const turned = sharp(await sharp(picture).rotate(turn).png().toBuffer()).flop(isMirrored);
        expect([turn, isMirrored, await isKnown(await turned.webp({ quality: 60 }).toBuffer())]).toEqual([
          ...[turn, isMirrored, true],
        ]);
      }
    expect(await isKnown(await patches(seed + 1))).toBe(false);
    expect(await fingerprintsOf(picture)).toHaveLength(8);
  },
);
