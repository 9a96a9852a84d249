import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { TokenizerBuilder } from '@patdx/kuromoji';
import { toHiragana } from '../../kana.ts';
import { readingsAbove } from '../readings/readings.ts';
import { stretchesOf } from './stretches.ts';
import type { Question } from './tagger.ts';
import type { Token } from './token.ts';

// The entry of the worker thread: it reads the dictionary once, then tags what it is sent, until nobody has asked for long.

const folder = join(dirname(fileURLToPath(import.meta.resolve('@patdx/kuromoji'))), '..', 'dict');

/** The library's own way holds each file three times for a while. How long a file will be stands in its last four bytes. */
async function loadArrayBuffer(file: string): Promise<ArrayBufferLike> {
  const packed = readFileSync(join(folder, file));
  const { buffer, byteLength } = gunzipSync(packed, {
    chunkSize: Math.max(64, packed.readUInt32LE(packed.length - 4)),
  });
  return buffer.byteLength === byteLength ? buffer : buffer.slice(0, byteLength);
}

const tokenizer = await new TokenizerBuilder({ loader: { loadArrayBuffer } }).build();

type Feature = ReturnType<typeof tokenizer.tokenize>[number];

function tag(text: string): Token[] {
  let from = 0;
  return stretchesOf(text)
    .flatMap((stretch) => tokenizer.tokenize(stretch))
    .map((word) => {
      // The library counts characters; a pair of surrogates is two units of ours.
      const token = toToken(word, from);
      from = token.to;
      return token;
    });
}

const said = (feature: string | undefined) => (feature === undefined || feature === '*' ? '' : feature);

function toToken(word: Feature, from: number): Token {
  const surface = word.surface_form;
  return {
    from,
    to: from + surface.length,
    surface,
    base: said(word.basic_form) || surface,
    reading: said(word.reading) === '' ? null : toHiragana(said(word.reading)),
    kind: word.pos,
    detail: said(word.pos_detail_1),
    name: word.pos_detail_1 === '固有名詞' ? said(word.pos_detail_2) : '',
    form: said(word.conjugated_form),
    way: said(word.conjugated_type),
  };
}

// Readings are laid over the words here: a page has hundreds, and whoever asks for them answers others meanwhile.
parentPort?.on('message', ({ id, texts, wanted }: Question) => {
  const answer = wanted === 'words' ? texts.map(tag) : texts.map((text) => readingsAbove(text, tag(text)));
  parentPort?.postMessage({ id, answer });
});
