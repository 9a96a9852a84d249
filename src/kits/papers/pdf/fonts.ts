import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

type Document = InstanceType<typeof PDFDocument>;

/** The whole Japanese font as TrueType, from its package: 𠮷, 髙 and 﨑, Vietnamese and Cyrillic are in it. */
const fontFile = createRequire(import.meta.url).resolve;
export const REGULAR = fontFile('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
export const BOLD = fontFile('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf');

/** A font as a sheet uses it: what it has read of its file, and the letters that this sheet takes of it. */
interface Used {
  readonly font: { hasGlyphForCodePoint(code: number): boolean };
  readonly constructor: unknown;
}
type MakeUsed = new (document: Document, font: Used['font'], id: string) => Used;

/** What pdfkit keeps of fonts in a document is not among its types. */
interface Inside {
  _font: Used;
  readonly _fontFamilies: Record<string, Used>;
  _fontCount: number;
}

const opened = new Map<string, { readonly font: Used['font']; readonly Made: MakeUsed }>();

/**
 * Gives a sheet both fonts. Their files are read once in a process: to read five megabytes and their tables anew took most of
 * the time of each sheet. Which letters a sheet embeds is its own.
 */
export function takeFonts(document: Document): void {
  const inside = document as unknown as Inside;
  for (const file of [BOLD, REGULAR]) {
    const known = opened.get(file);
    if (known) {
      inside._fontCount += 1;
      inside._fontFamilies[file] = new known.Made(document, known.font, `F${inside._fontCount}`);
    }
    document.font(file);
    if (known) continue;
    const { _font: first } = inside;
    opened.set(file, { font: first.font, Made: first.constructor as MakeUsed });
  }
}

/** Whether the regular font has a character; both have the same. */
export function hasCharacter(document: Document, character: string): boolean {
  const { font } = (document as unknown as Inside)._font;
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
