import { inflateSync } from 'node:zlib';

/** What a PDF of ours says, read as a reader’s program would: by glyph, and by what each embedded font says a glyph means. */
export interface PdfRead {
  readonly text: string;
  /** Glyphs by number, from all fonts; 0 is the box that stands for none. */
  readonly glyphs: readonly number[];
  readonly pages: number;
}

/** For tests: our own files, whose streams are deflated and whose fonts are Type 0. */
export function readPdf(bytes: Uint8Array): PdfRead {
  const objects = objectsIn(Buffer.from(bytes).toString('latin1'));
  const meanings = new Map<string, ReadonlyMap<number, string>>();
  for (const { head } of objects.values())
    for (const [, name = '', font = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1];
      if (map) meanings.set(name, meaningsOf(objects.get(map)?.stream ?? ''));
    }
  const glyphs: number[] = [];
  let text = '';
  for (const { stream } of objects.values()) {
    let font = '';
    for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = name;
      for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g))
        for (const code of hex.match(/.{4}/g) ?? []) {
          glyphs.push(Number.parseInt(code, 16));
          text += meanings.get(font)?.get(Number.parseInt(code, 16)) ?? '';
        }
      if (shown) text += '\n';
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head)).length;
  return { text, glyphs, pages };
}

function objectsIn(file: string) {
  const objects = new Map<string, { head: string; stream: string }>();
  for (const [, id = '', head = '', data] of file.matchAll(
    /(\d+) 0 obj\n(.*?)(?:stream\n(.*?)\nendstream\n)?endobj/gs,
  )) {
    const isDeflated = data && head.includes('/FlateDecode');
    objects.set(id, {
      head,
      stream: isDeflated ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : '',
    });
  }
  return objects;
}

/** `beginbfrange <first> <last> [<meaning> …]`, meanings in UTF-16. */
function meaningsOf(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      found.set(Number.parseInt(first, 16) + at, String.fromCharCode(...units));
    }
  return found;
}
