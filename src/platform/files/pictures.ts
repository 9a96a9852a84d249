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
    const sha256 = createHash('sha256').update(data).digest('hex');
    return accept({ bytes: data, mediaType: 'image/webp', width: info.width, height: info.height, sha256 });
  } catch {
    return refuse('picture_is_of_no_known_kind');
  }
}
