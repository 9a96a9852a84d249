import type { Live } from './live.ts';

/** How many pages may listen at once in this process; beyond it a page simply does not update by itself. */
const MOST_STREAMS = 2_000;
/** The same for one listener: more than anybody has pages open. */
const MOST_OF_ONE = 20;
/** A stream ends and the browser asks anew, so that a session that has run out does not listen on for days. */
const LASTS_MINUTES = 15;
/** Without a name of its own, since pages listen to plain messages. */
const CHANGED = 'data: changed\n\n';
const open = new Map<string, number>();

/** What a page listens to. */
export interface Listening {
  /** What it shows; the first is the listener's own. */
  readonly topics: readonly [string, ...string[]];
  /** What takes the right to listen away: the stream ends at once, and a browser that still may asks anew. */
  readonly endings: readonly string[];
}

/**
 * A stream of server-sent events that says `changed` when one of the topics changes; changes within a third of a
 * second are said once. It breathes every 25 seconds, so that connections stay open.
 * @param headers a browser that comes back says so, and is told at once: it may have missed something
 */
export function streamChanges(live: Live, listening: Listening, headers = new Headers()): Response {
  const [who] = listening.topics;
  const all = [...open.values()].reduce((sum, count) => sum + count, 0);
  if (all >= MOST_STREAMS || (open.get(who) ?? 0) >= MOST_OF_ONE) return new Response(null, { status: 204 });
  let end = () => {};
  let begun = false;
  // Nothing begins before somebody reads: the answer to a question for the head alone is never read nor cancelled.
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (begun) return;
        begun = true;
        end = begin(live, listening, controller);
        if (headers.has('last-event-id')) controller.enqueue(new TextEncoder().encode(CHANGED));
      },
      cancel: () => end(),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

/**
 * Listens and writes until the right to listen or the stream's time is over. After the database was away an ending may
 * have been missed, so that ends it too.
 * @returns how to end it before
 */
function begin(
  live: Live,
  { topics, endings }: Listening,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const encoder = new TextEncoder();
  const say = (text: string) => controller.enqueue(encoder.encode(text));
  let waiting: NodeJS.Timeout | undefined;
  const stop = live.listen(topics, () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      say(CHANGED);
    }, 300);
  });
  const breath = setInterval(() => say(': \n\n'), 25_000);
  const end = () => {
    stop();
    stopEnding();
    clearInterval(breath);
    clearTimeout(waiting);
    clearTimeout(over);
    count(topics[0], -1);
  };
  const close = () => {
    end();
    controller.close();
  };
  const stopEnding = live.listen(endings, close);
  const over = setTimeout(close, LASTS_MINUTES * 60_000);
  count(topics[0], 1);
  say('retry: 3000\nid: 1\n\n');
  return end;
}

function count(who: string, more: 1 | -1): void {
  const left = (open.get(who) ?? 0) + more;
  if (left > 0) open.set(who, left);
  else open.delete(who);
}
