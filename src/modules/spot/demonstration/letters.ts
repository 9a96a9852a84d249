import type { Tx } from '../../../platform/database/connect.ts';
import { type Files, keepFile } from '../../../platform/files/files.ts';
import { readPicture } from '../../../platform/files/pictures.ts';
import { type Chance, chanceFrom } from '../../../platform/parts/chance.ts';
import { done } from '../../../platform/parts/demonstration.ts';

const [WIDTH, HEIGHT] = [1200, 1600];
/** What the request's own form calls such a file. */
const KIND = 'spot.photo';

/**
 * Keeps a photo of a letter that is nobody's: lines of gray where words would be, a stamp, a table.
 * @returns the file's id
 */
export async function keepLetter(
  tx: Tx,
  files: Files,
  letter: { key: string; ownerId: string; now: Temporal.Instant },
): Promise<string> {
  const { default: sharp } = await import('sharp');
  const drawn = await sharp(Buffer.from(drawLetter(chanceFrom(`letter ${letter.key}`))))
    .png()
    .toBuffer();
  const picture = done(await readPicture(drawn), 'a photo');
  return keepFile(tx, files, { picture, ownerId: letter.ownerId, kind: KIND, now: letter.now });
}

/** A sheet on a table, as SVG. */
function drawLetter(chance: Chance): string {
  const line = (y: number) => {
    const width = 420 + chance.below(420);
    return `<rect x="150" y="${y}" width="${width}" height="16" rx="8" fill="#8a857c"/>`;
  };
  const lines = Array.from({ length: 14 }, (_, index) => line(420 + index * 44)).join('');
  const cells = Array.from(
    { length: 4 },
    (_, row) =>
      `<rect x="150" y="${1100 + row * 80}" width="880" height="80"/><path d="M470 ${1100 + row * 80}v80"/>`,
  ).join('');
  const turn = chance.below(5) - 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#b99d7a"/>
    <g transform="rotate(${turn} 600 800)">
      <rect x="70" y="70" width="1060" height="1460" fill="#fdfcf8"/>
      <rect x="150" y="160" width="360" height="26" rx="13" fill="#55514a"/>
      <rect x="360" y="290" width="480" height="40" rx="20" fill="#2f2c28"/>
      ${lines}
      <g fill="none" stroke="#55514a" stroke-width="4">${cells}</g>
      <circle cx="960" cy="230" r="62" fill="none" stroke="#c0392b" stroke-width="9"/>
      <path d="M925 210h70M925 250h70M960 190v80" stroke="#c0392b" stroke-width="8"/>
    </g>
  </svg>`;
}
