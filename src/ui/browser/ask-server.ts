import { trusted } from './trusted.ts';

const PATIENCE_MS = 6_000;

/**
 * What the server would say to a form as it stands: the page with its sentences beside the fields. Files stay here.
 * @returns null when it can't be asked now; then it says so when the form is sent. `signed_out` when it sends elsewhere:
 * their session is over
 */
export async function askServer(form: HTMLFormElement): Promise<Document | 'signed_out' | null> {
  const address = form.dataset['check'];
  if (!address) return null;
  const typed = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(typed),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (answer?.redirected) return 'signed_out';
  if (answer?.status !== 200 && answer?.status !== 422) return null;
  return new DOMParser().parseFromString(trusted.createHTML(await answer.text()), 'text/html');
}

/**
 * Shows the emergency numbers that the server has found to fit what was written, behind a field. They count as shown.
 * @returns the panel; null when the server has found nothing new
 */
export function showDanger(form: HTMLFormElement, page: Document, behind: Element): HTMLElement | null {
  const found = page.querySelector('[data-danger]');
  if (!found) return null;
  form.querySelector('[data-danger]')?.remove();
  const panel = document.importNode(found, true) as HTMLElement;
  behind.after(panel);
  const [shown, told] = [form, page].map((part) =>
    part.querySelector<HTMLInputElement>('[name="shownDangers"]'),
  );
  if (shown && told) shown.value = told.value;
  return panel;
}
