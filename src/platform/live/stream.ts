import type { Live } from './live.ts';

/** How many pages may listen at once in this process; beyond it a page simply does not update by itself. */
const MOST_STREAMS = 2_000;
let open = 0;

/**
 * A stream of server-sent events that says `changed` when one of the topics changes; changes within a third of a
 * second are said once. It breathes every 25 seconds, so that connections stay open.
 */
export function streamChanges(live: Live, topics: readonly string[]): Response {
  if (open >= MOST_STREAMS) return new Response(null, { status: 204 });
  open++;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      let waiting: NodeJS.Timeout | undefined;
      const tell = () => {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          say('event: changed\ndata: \n\n');
        }, 300);
      };
      say('retry: 3000\n\n');
      const stop = live.listen(topics, tell);
      const breath = setInterval(() => say(': \n\n'), 25_000);
      end = () => {
        stop();
        clearInterval(breath);
        clearTimeout(waiting);
        open--;
        end = () => {};
      };
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
