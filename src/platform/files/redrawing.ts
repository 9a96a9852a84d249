import type { Sharp } from 'sharp';
import { type Picture, pictureOf } from './pictures.ts';

/** A part of a picture in percent of its sides, so that it holds at any size. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** So few squares across a blurred part that no face can be made of them again. */
const SQUARES = 6;

/**
 * Makes a picture of one that we keep: first parts are made unreadable, then it is cut. What is blurred is gone from the
 * bytes, not laid over.
 * @param asked.mostPixels the longer side
 */
export async function redrawPicture(
  bytes: Uint8Array,
  asked: { readonly crop: Box | null; readonly blurs: readonly Box[]; readonly mostPixels: number },
): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes).metadata();
  const overlays = await Promise.all(
    asked.blurs.map(async (box) => {
      const part = inPixels(box, { width, height });
      const squares = await sharp(bytes)
        .extract(part)
        .resize(SQUARES, SQUARES, { fit: 'fill', kernel: 'cubic' })
        .png()
        .toBuffer();
      const input = await sharp(squares)
        .resize(part.width, part.height, { fit: 'fill', kernel: 'cubic' })
        .png()
        .toBuffer();
      return { input, left: part.left, top: part.top };
    }),
  );
  // Laid over in a step of its own: sharp cuts before it lays over.
  const whole = await sharp(bytes).composite(overlays).png().toBuffer();
  const cut = asked.crop ? sharp(whole).extract(inPixels(asked.crop, { width, height })) : sharp(whole);
  const { data, info } = await cut
    .resize({
      width: asked.mostPixels,
      height: asked.mostPixels,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return pictureOf(data, info);
}

function inPixels(box: Box, size: { readonly width: number; readonly height: number }): Box {
  const along = (percent: number, all: number) => Math.min(all - 1, Math.floor((percent / 100) * all));
  const [left, top] = [along(box.left, size.width), along(box.top, size.height)];
  const long = (percent: number, all: number, from: number) =>
    Math.max(1, Math.min(all - from, Math.ceil((percent / 100) * all)));
  return {
    left,
    top,
    width: long(box.width, size.width, left),
    height: long(box.height, size.height, top),
  };
}

/**
 * 64 signs, `0` or `1`: whether each of 8 × 8 places is brighter than the one to its right (difference hash). The same
 * picture at another size, saved anew or brightened differs in few of them. A cut or mirrored one is another picture.
 */
export async function fingerprintOf(bytes: Uint8Array): Promise<string> {
  const { default: sharp } = await import('sharp');
  return signsOf(sharp(bytes).flatten({ background: '#fff' }).grayscale());
}

/** Fine enough that turning it first and making it small then comes to the same. */
const SIDE = 288;

/** The fingerprints of a picture as it is, and of each way in which it can be turned by right angles or mirrored: eight. */
export async function fingerprintsOf(bytes: Uint8Array): Promise<readonly [asItIs: string, ...string[]]> {
  const { default: sharp } = await import('sharp');
  const raw = { width: SIDE, height: SIDE, channels: 1 } as const;
  const gray = await sharp(bytes)
    .flatten({ background: '#fff' })
    .grayscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer();
  const others = WAYS.map((from) => {
    const turned = Buffer.from(gray.map((_, at) => gray[from(at % SIDE, Math.floor(at / SIDE))] ?? 0));
    return signsOf(sharp(turned, { raw }));
  });
  return [await fingerprintOf(bytes), ...(await Promise.all(others))];
}

const [LAST, at] = [SIDE - 1, (x: number, y: number) => y * SIDE + x];
/** Where each point comes from: mirrored, half a turn, upside down, and the same over the diagonal. */
const WAYS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => at(LAST - x, y),
  (x, y) => at(LAST - x, LAST - y),
  (x, y) => at(x, LAST - y),
  (x, y) => at(y, x),
  (x, y) => at(LAST - y, x),
  (x, y) => at(LAST - y, LAST - x),
  (x, y) => at(y, LAST - x),
];

async function signsOf(picture: Sharp): Promise<string> {
  const gray = await picture.resize(9, 8, { fit: 'fill' }).grayscale().raw().toBuffer();
  const signs = Array.from({ length: 64 }, (_, at) => {
    const here = Math.floor(at / 8) * 9 + (at % 8);
    return (gray[here] ?? 0) > (gray[here + 1] ?? 0) ? '1' : '0';
  });
  return signs.join('');
}
