import { createRequire } from 'node:module';
import type { Locale } from '../../platform/languages/locales.ts';
import { remembering } from '../../platform/remembering.ts';

/** What a picture beside a link says. */
export interface PictureWords {
  readonly title: string;
  readonly standing: string;
  readonly organization: string;
  /** Lines below, each with a bar that is as full as its share of 1 says, if it has one. */
  readonly rows: readonly { readonly words: string; readonly share?: number }[];
}

const [WIDTH, HEIGHT] = [1200, 630];
const [EDGE, METER_HEIGHT] = [70, 26];
const [PAPER, INK, GREEN, KAKI, SUNKEN] = ['#fcfaf6', '#22201c', '#17604a', '#b8431a', '#efe9dd'];
/** Where the first row stands, and how far the next is below it. */
const [FIRST_ROW, ROW_STEP] = [330, 105];

const fontFile = createRequire(import.meta.url).resolve;
const FONT = {
  regular: fontFile('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  bold: fontFile('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
};

const MOST_KEPT = 40;

/** Draws it as PNG, 1200 × 630 pixels. The same words are drawn once. */
export function drawPicture(words: PictureWords): Promise<Uint8Array> {
  return drawn(JSON.stringify(words));
}

const drawn = remembering(MOST_KEPT, (text) => draw(JSON.parse(text) as PictureWords));

async function draw({ title, standing, organization, rows }: PictureWords): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const at = (top: number, words: string, look: Partial<Look> = {}) =>
    drawLine({ words, top, left: EDGE, size: 30, color: INK, ...look });
  const lines = await Promise.all([
    at(60, organization, { size: 28, color: GREEN, isBold: true, most: 50 }),
    at(115, title, { size: 48, isBold: true, most: 140 }),
    at(265, standing, { size: 30, color: KAKI, isBold: true, most: 50 }),
    ...rows.map((row, place) =>
      at(FIRST_ROW + place * ROW_STEP - 2, row.words, { size: 28, most: row.share === undefined ? 90 : 46 }),
    ),
  ]);
  return sharp(Buffer.from(drawShapes(rows)))
    .composite(lines)
    .png()
    .toBuffer();
}

/** All that is no text: the paper, the mark of two doors, and the meters. */
function drawShapes(rows: PictureWords['rows']): string {
  const width = WIDTH - 2 * EDGE;
  const meters = rows.map(({ share }, place) => {
    if (share === undefined) return '';
    const y = FIRST_ROW + place * ROW_STEP + 46;
    const full = Math.round(width * Math.min(Math.max(share, 0), 1));
    const bar = (length: number, fill: string) =>
      `<rect x="${EDGE}" y="${y}" width="${length}" height="${METER_HEIGHT}" rx="${METER_HEIGHT / 2}" fill="${fill}"/>`;
    return bar(width, SUNKEN) + (full >= METER_HEIGHT ? bar(full, KAKI) : '');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
    <rect width="${WIDTH}" height="18" fill="${GREEN}"/>
    <g transform="translate(${WIDTH - EDGE - 84} 48)" fill="none" stroke-width="6">
      <rect x="3" y="3" width="34" height="52" rx="4" stroke="${GREEN}"/>
      <rect x="45" y="3" width="34" height="52" rx="4" stroke="${KAKI}"/>
      <circle cx="28" cy="31" r="2" stroke="${GREEN}"/><circle cx="54" cy="31" r="2" stroke="${KAKI}"/>
    </g>
    ${meters.join('')}
  </svg>`;
}

interface Look {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
  /** How high it may become: what is longer is drawn smaller. */
  readonly most?: number;
}

/** Words as a layer, in a font that lies in its package: no machine’s own fonts are asked. */
async function drawLine({ words, left, top, size, color, isBold = false, most = HEIGHT }: Look) {
  const { default: sharp } = await import('sharp');
  const layer = async (pixels: number): Promise<{ input: Buffer; top: number; left: number }> => {
    const { data, info } = await sharp({
      text: {
        text: `<span foreground="${color}">${escaped(words)}</span>`,
        font: `Noto Sans JP ${isBold ? 'Bold ' : ''}${pixels}`,
        fontfile: isBold ? FONT.bold : FONT.regular,
        width: WIDTH - 2 * EDGE,
        wrap: 'word-char',
        rgba: true,
        dpi: 72,
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    return info.height > most && pixels > 16 ? layer(pixels - 4) : { input: data, top, left };
  };
  return layer(size);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The language of pictures and papers: the font that lies with us has no simplified characters, and not all who read Chinese read Japanese. */
export const printedIn = (locale: Locale): Locale => (locale === 'zh-Hans' ? 'en' : locale);
