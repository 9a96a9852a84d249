import { Worker } from 'node:worker_threads';
import type { Piece } from '../readings/piece.ts';
import type { Token } from './token.ts';

/** After so long without a question the dictionary is let go: it takes some 150 MB. */
const REST_MS = 10 * 60_000;

export interface Question {
  readonly id: number;
  readonly texts: readonly string[];
  readonly wanted: 'words' | 'readings';
}

interface Answer {
  readonly id: number;
  readonly answer: unknown;
}

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, PromiseWithResolvers<unknown>>;
  rest: NodeJS.Timeout | undefined;
}

let running: Running | null = null;
let asked = 0;

/** The source of the worker beside this file; `bin/build.ts` puts it beside the bundle. */
function entry(): URL {
  const ending = import.meta.url.split('?')[0]!.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./tag-worker.${ending}`, import.meta.url);
}

/**
 * The words of each text, in order and without a gap. The first question reads the dictionary, in a thread of its own:
 * half a second in which nobody else waits. Takes any text; the same text gives the same words.
 * @throws when the thread cannot be started or dies
 */
export function tag(texts: readonly string[]): Promise<Token[][]> {
  return ask(texts, 'words') as Promise<Token[][]>;
}

/** As `tag`, with the readings that a reader wants above each text (`readingsAbove`). */
export function readAbove(texts: readonly string[]): Promise<Piece[][]> {
  return ask(texts, 'readings') as Promise<Piece[][]>;
}

function ask(texts: readonly string[], wanted: Question['wanted']): Promise<unknown> {
  if (texts.length === 0) return Promise.resolve([]);
  const one = running ?? start();
  asked += 1;
  const answer = Promise.withResolvers<unknown>();
  one.waiting.set(asked, answer);
  one.worker.ref();
  clearTimeout(one.rest);
  one.worker.postMessage({ id: asked, texts, wanted } satisfies Question);
  return answer.promise;
}

function start(): Running {
  const worker = new Worker(entry());
  const one: Running = { worker, waiting: new Map(), rest: undefined };
  running = one;
  worker.on('message', ({ id, answer }: Answer) => {
    one.waiting.get(id)?.resolve(answer);
    one.waiting.delete(id);
    if (one.waiting.size > 0) return;
    worker.unref();
    one.rest = setTimeout(() => void letGo(one), REST_MS).unref();
  });
  worker.once('error', (problem) => fail(one, problem as Error));
  worker.once('exit', (code) => fail(one, new Error(`the dictionary's thread has ended (${code})`)));
  return one;
}

function fail(one: Running, problem: Error): void {
  if (running === one) running = null;
  for (const { reject } of one.waiting.values()) reject(problem);
  one.waiting.clear();
}

async function letGo(one: Running): Promise<void> {
  if (one.waiting.size > 0) return;
  if (running === one) running = null;
  await one.worker.terminate();
}
