// The aid for Easy Japanese without a new page for each press; loaded where a page has it. Without this file each press
// brings the whole page again, with the same in it.
import { trusted } from '../browser/trusted.ts';

const PARTS = '[data-aid]';

/** Answers presses of the aid where they are made. */
export function helpWriting(): void {
  document.addEventListener('submit', answer, true);
  offerCopying();
}

function answer(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  const [, field = ''] = button?.name === 'aid' ? button.value.split(' ') : [];
  const part = [...form.querySelectorAll<HTMLElement>(PARTS)].find((one) => one.dataset['aid'] === field);
  if (!button || !part || part.dataset['failed']) return;
  event.preventDefault();
  // Nothing was sent: what the tab keeps of the form stays.
  event.stopImmediatePropagation();
  void ask({ form, button, part, field });
}

interface Asked {
  readonly form: HTMLFormElement;
  readonly button: HTMLButtonElement;
  readonly part: HTMLElement;
  readonly field: string;
}

async function ask({ form, button, part, field }: Asked): Promise<void> {
  if (part.ariaBusy === 'true') return;
  part.ariaBusy = 'true';
  const typed = fieldIn(form, field);
  const asked = typed?.value;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button))
    if (typeof value === 'string') body.append(name, value);
  const page = await fetch(form.action, { method: 'POST', body })
    .then(async (answer) =>
      answer.redirected
        ? null
        : new DOMParser().parseFromString(trusted.createHTML(await answer.text()), 'text/html'),
    )
    .catch(() => null);
  part.ariaBusy = 'false';
  const fresh = [...(page?.querySelectorAll<HTMLElement>(PARTS) ?? [])].find(
    (one) => one.dataset['aid'] === field,
  );
  const answered = fieldIn(page, field);
  if (!fresh || !typed || !answered) {
    // The whole page says what is the matter.
    part.dataset['failed'] = '1';
    return button.click();
  }
  const changed = asked !== answered.value;
  // Whoever has typed on meanwhile keeps it: the button is pressed again, for the words as they are now.
  if (changed && typed.value !== asked) return ask({ form, button, part, field });
  if (changed) typed.value = answered.value;
  for (const one of part.querySelectorAll<HTMLElement>('[data-aid-part]')) {
    const found = fresh.querySelector(`[data-aid-part="${one.dataset['aidPart']}"]`);
    one.replaceChildren(...[...(found?.childNodes ?? [])].map((node) => document.importNode(node, true)));
  }
  if (changed) typed.dispatchEvent(new Event('input', { bubbles: true }));
  offerCopying();
  part.querySelector<HTMLElement>('[autofocus]')?.focus({ preventScroll: !isFirst(button) });
}

function fieldIn(page: ParentNode | null, field: string): HTMLTextAreaElement | null {
  return page?.querySelector<HTMLTextAreaElement>(`[name="${field}"]`) ?? null;
}

/** Whoever asks is led to what was found; who puts one word after the other in stays where they are. */
const isFirst = ({ value }: HTMLButtonElement) => value.startsWith('check ');

function offerCopying(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const button = place.querySelector('button');
    place.hidden = false;
    button?.addEventListener('click', () => {
      const words = document.querySelector<HTMLTextAreaElement>(`#${place.dataset['copy']}`)?.value ?? '';
      void navigator.clipboard.writeText(words).then(() => {
        const said = button.querySelector('span');
        if (said) said.textContent = place.dataset['copied'] ?? '';
      });
    });
  }
}
