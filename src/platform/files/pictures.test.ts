import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { MOST_UPLOAD_BYTES, readPicture } from './pictures.ts';

const red = { create: { width: 40, height: 20, channels: 3, background: '#ff0000' } } as const;
const accepted = async (bytes: Uint8Array) => {
  const outcome = await readPicture(bytes);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const refusal = async (bytes: Uint8Array) => {
  const outcome = await readPicture(bytes);
  return outcome.ok ? null : outcome.refusal.code;
};

describe('a photo', () => {
  test('loses place, camera and comments', async () => {
    const exif = { IFD0: { Copyright: 'secret-name' }, IFD3: { GPSLatitude: '35/1 40/1 0/1' } };
    const taken = await sharp(red).withExif(exif).jpeg().toBuffer();
    expect(taken.includes('secret-name')).toBe(true);
    const { bytes } = await accepted(taken);
    expect(Buffer.from(bytes).includes('secret-name')).toBe(false);
    const seen = await sharp(bytes).metadata();
    expect([seen.format, seen.exif, seen.icc, seen.xmp]).toEqual(['webp', undefined, undefined, undefined]);
  });

  test('is turned upright before what says so is lost', async () => {
    const lying = await sharp(red).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, bytes } = await accepted(lying);
    expect([width, height]).toEqual([20, 40]);
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
  });

  test('that hides seconds of work in few bytes is not taken: telephones make no TIFF', async () => {
    const tiff = await sharp(red).tiff().toBuffer();
    expect(await refusal(tiff)).toBe('picture_is_of_no_known_kind');
  });

  test('that is large is made smaller, one that is small stays', async () => {
    const large = await sharp({ create: { ...red.create, width: 3000, height: 1000 } })
      .png()
      .toBuffer();
    expect(await accepted(large)).toMatchObject({ width: 2000, height: 667 });
    expect(await accepted(await sharp(red).png().toBuffer())).toMatchObject({ width: 40, height: 20 });
  });

  test('loses what somebody hid behind its end', async () => {
    const png = Buffer.concat([await sharp(red).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect(Buffer.from((await accepted(png)).bytes).includes('<script>')).toBe(false);
  });
});

describe('what is no photo', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  test.each([
    ['a drawing in SVG', svg],
    ['an SVG with a prologue', `<?xml version="1.0"?>\n${svg}`],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page that begins like a GIF', 'GIF89a<script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>'],
    ['nothing', ''],
    ['words', 'hello'],
  ])('%s is refused', async (_what, text) => {
    expect(await refusal(Buffer.from(text))).toBe('picture_is_of_no_known_kind');
  });

  test('half a photo is refused', async () => {
    const whole = await sharp({ create: { ...red.create, width: 900, height: 900, noise: NOISE } })
      .jpeg()
      .toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('picture_is_of_no_known_kind');
  });
});

const NOISE = { type: 'gaussian', mean: 128, sigma: 30 } as const;

describe('what is too large', () => {
  test('by its bytes is refused unread', async () => {
    expect(await refusal(new Uint8Array(MOST_UPLOAD_BYTES + 1))).toBe('picture_is_too_large');
  });

  test('by its pixels is refused without decoding them: these would take 300 MB and are not even there', async () => {
    expect(await refusal(pngThatSays(10_000, 10_000))).toBe('picture_is_too_large');
  });

  test('by its pixels in one direction is refused as well', async () => {
    expect(await refusal(pngThatSays(60_000_000, 1))).toMatch(/^picture_is/);
  });
});

/** A PNG whose head claims a size that its few bytes of pixels do not have. */
function pngThatSays(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(10));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
