import { createHash } from 'node:crypto';
import { accept, type Outcome, refuse } from '../refusal.ts';

/** A photo as we keep it: turned upright, at most 2000 px a side, without metadata, WebP. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}

const MOST_PIXELS = 50_000_000;
export const MOST_UPLOAD_BYTES = 12_000_000;
/** Whoever waits for a photo longer has sent something that was made to be slow. */
const MOST_SECONDS = 10;
/** What telephones and screens make; a small TIFF can hold seconds of work. */
const READABLE = new Set(['jpeg', 'png', 'webp', 'heif', 'gif']);

/**
 * Re-encodes an upload, which takes away place, camera and anything hidden behind the image.
 * @param bytes the file as it came; its name and declared type are not believed
 * @returns refused: `picture_is_too_large` (12 MB, 50 megapixels), `picture_is_of_no_known_kind` (SVG, HTML, PDF, …), `picture_is_heic` (record 18 says why)
 */
export async function readPicture(bytes: Uint8Array): Promise<Outcome<Picture>> {
  if (bytes.byteLength > MOST_UPLOAD_BYTES) return refuse('picture_is_too_large');
  try {
    // Loaded with the first picture: most starts see none for a while.
    const { default: sharp } = await import('sharp');
    const image = sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 });
    const { format, compression, width = 0, height = 0 } = await image.metadata();
    if (compression === 'hevc') return refuse('picture_is_heic');
    if (!format || !READABLE.has(format)) return refuse('picture_is_of_no_known_kind');
    if (width * height > MOST_PIXELS) return refuse('picture_is_too_large');
    const { data, info } = await image
      .rotate()
      .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return accept(pictureOf(data, info));
  } catch {
    return refuse('picture_is_of_no_known_kind');
  }
}

/**
 * The middle of a picture as a square, for a face beside a name. The middle, not what a program takes for a face: such programs
 * find some people's worse than others'.
 * @param side in pixels
 */
export async function cutSquare(picture: Picture, side: number): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  const square = sharp(picture.bytes)
    .resize({ width: side, height: side, fit: 'cover' })
    .webp({ quality: 78 });
  const { data, info } = await square.toBuffer({ resolveWithObject: true });
  return pictureOf(data, info);
}

/** What sharp has made, as we keep it. */
export function pictureOf(bytes: Uint8Array, { width, height }: Pick<Picture, 'width' | 'height'>): Picture {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, mediaType: 'image/webp', width, height, sha256 };
}
