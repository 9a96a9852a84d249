import { morph } from './morph.ts';
import { trusted } from './trusted.ts';
import { wordsOf } from './words-of.ts';

const PARTS = ['main', '.shell-navigation'];
const PART = 'section, article, li, .shell-navigation';
const typed = new WeakSet<Element>();

/** Follows the page's stream of changes; each change fetches the page again and fits it into what is shown. */
export function followChanges(): void {
  const address = document.body.dataset['live'];
  if (!address) return;
  document.addEventListener('input', ({ target }) => {
    const form = (target as Element).closest('form');
    if (form) typed.add(form);
  });
  let stream: EventSource | undefined;
  let waiting = false;
  const changed = () => {
    if (waiting) return;
    waiting = true;
    // Several changes at once are one; a page in the background waits until it is looked at.
    setTimeout(() => {
      waiting = false;
      if (document.hidden) document.addEventListener('visibilitychange', changed, { once: true });
      else void refresh();
    }, 200);
  };
  const open = () => {
    stream = new EventSource(address);
    stream.onmessage = changed;
    // Closed for good: most likely the session is over, which the page itself will tell.
    stream.onerror = () => stream?.readyState === EventSource.CLOSED && changed();
  };
  open();
  addEventListener('pagehide', () => stream?.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    open();
    changed();
  });
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer) return;
  // Signed out: what is being typed stays, and may still be sent.
  const over = document.querySelector<HTMLElement>('[data-session-over]');
  if (over && answer.redirected && answer.url.includes('/sign-in')) {
    over.hidden = false;
    return;
  }
  // Moved: the browser shows what the server wants to be seen.
  // A page that shows what is to be mended is one as well (422).
  if ((!answer.ok && answer.status !== 422) || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(trusted.createHTML(await answer.text()), 'text/html');
  const before = readParts();
  // What the last press did is said once by the server; it stays until its reader goes on.
  const said = document.querySelector('.flash');
  if (said && !page.querySelector('.flash')) page.querySelector('main')?.prepend(said.cloneNode(true));
  for (const part of PARTS) {
    const [shown, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (!shown || !fresh) continue;
    morph(shown, fresh, isBusy);
  }
  document.title = page.title;
  const status = document.querySelector<HTMLElement>('[data-live-status]');
  const changed = [...readParts()].filter(([name, words]) => before.get(name) !== words);
  if (!status || changed.length === 0) return;
  const what =
    changed
      .map(([name]) => name)
      .filter(Boolean)
      .join(' · ') || document.title;
  status.textContent = (status.dataset['words'] ?? '').replace('{what}', what);
}

/** The words of the page's parts by their headings, and of all of it by none. */
function readParts(): Map<string, string | undefined> {
  const parts = new Map([['', PARTS.map((part) => document.querySelector(part)?.textContent).join()]]);
  for (const head of document.querySelectorAll('main :is(h2, h3), .shell-navigation > summary'))
    parts.set(wordsOf(head), head.closest(PART)?.textContent ?? '');
  return parts;
}

/** What somebody is filling in or about to decide stays as they read it, with the version it was made from. */
function isBusy(element: Element): boolean {
  if (element.matches('details[open]')) return element.querySelector('form') !== null;
  return element.matches('form') && (typed.has(element) || element.matches('[data-stepping], :focus-within'));
}
