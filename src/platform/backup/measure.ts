import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** What went through: its digest, and how many lines, which are the rows of a copy of a table. */
export interface Measured {
  readonly rows: number;
  readonly sha256: string;
}

const LINE_END = 10;

/** A stream that hands on what it is given, and says at the end what it was. */
export function measuring(): { stream: Transform; measured(): Measured } {
  const hash = createHash('sha256');
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) rows++;
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ rows, sha256: hash.digest('hex') }) };
}
