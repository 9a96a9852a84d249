import { Zip, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A ZIP that is made as it is read, one entry at a time: as much as one photo stands in memory. @param at the time of all entries */
export function zipStream(
  entries: AsyncIterator<ZipEntry>,
  at: Temporal.Instant,
): ReadableStream<Uint8Array> {
  const waiting: Uint8Array[] = [];
  const zip = new Zip((problem, chunk) => {
    if (problem) throw problem;
    waiting.push(chunk);
  });
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await entries.next();
      if (done) {
        zip.end();
      } else {
        // Photos are compressed already, and words are few.
        const file = new ZipPassThrough(value.name);
        file.mtime = at.epochMilliseconds;
        zip.add(file);
        file.push(value.bytes, true);
      }
      for (const chunk of waiting.splice(0)) controller.enqueue(chunk);
      if (done) controller.close();
    },
  });
}
