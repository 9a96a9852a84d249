import { isOld, offlinePathFor, offlinePaths, stylesAndScriptsOf } from './offline-pages.ts';

// The parts of a service worker's world that are used here; the library of types for pages does not know them.
interface Extendable {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

const CACHE = 'help-now';

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPages().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => offlineAnswer(pathname)));
    event.waitUntil(renewPages(pathname));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

async function offlineAnswer(pathname: string): Promise<Response> {
  return (await caches.match(offlinePathFor(pathname))) ?? Response.error();
}

/** Whenever it is opened, and once a day whatever page is. */
async function renewPages(pathname: string): Promise<void> {
  // All are kept together: one tells of all.
  const page = await caches.match(offlinePathFor(pathname));
  const now = performance.timeOrigin + performance.now();
  if (offlinePaths.includes(pathname) || isOld(page?.headers.get('date'), now)) await keepPages();
}

/** Fetches what works without a connection, in every language, as somebody unknown: nothing of the person at this device is kept. */
async function keepPages(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = new Set<string>();
  for (const path of offlinePaths) {
    const page = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
    if (!page.ok || page.redirected) continue;
    for (const address of stylesAndScriptsOf(await page.clone().text())) wanted.add(address);
    await cache.put(path, page);
  }
  for (const address of wanted) if (!(await cache.match(address))) await cache.add(address);
  for (const kept of await cache.keys()) {
    const { pathname } = new URL(kept.url);
    if (pathname.startsWith('/assets/') && wanted.size > 0 && !wanted.has(pathname)) await cache.delete(kept);
  }
}
