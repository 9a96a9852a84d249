import { trusted } from './trusted.ts';

/** Says it when the connection is away, so that nobody waits for an answer that can't come. */
export function showOffline(): void {
  const note = document.querySelector<HTMLElement>('[data-offline]');
  const show = () => {
    if (note) note.hidden = navigator.onLine;
  };
  addEventListener('online', show);
  addEventListener('offline', show);
  show();
}

/** Lets "help now" work without a connection. */
export function workOffline(): void {
  // Private windows and unencrypted addresses have no service worker; the page is the same without.
  void navigator.serviceWorker?.register(trusted.createScriptURL('/service-worker.js')).catch(() => {});
}
