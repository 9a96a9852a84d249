// Compares names without sending them: the page of an expert alone loads it. The list stands in a field outside of every form, so that
// nothing of it can be sent; what goes is made here, with a salt that lives minutes.
import { listForms, marksOf } from './marks.ts';

const box = document.querySelector<HTMLElement>('[data-blind]');
if (box && crypto.subtle) offer(box);

function offer(box: HTMLElement): void {
  box.hidden = false;
  for (const plain of document.querySelectorAll<HTMLElement>('[data-blind-plain]')) plain.hidden = true;
  const list = box.querySelector('textarea');
  const form = box.querySelector<HTMLFormElement>('[data-blind-salt] form');
  const salt = box.querySelector<HTMLElement>('[data-blind-salt]')?.dataset['blindSalt'];
  if (!list || !form || !salt) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void fill(form, list, salt).then(() => form.submit());
  });
}

async function fill(form: HTMLFormElement, list: HTMLTextAreaElement, salt: string): Promise<void> {
  const forms = listForms(list.value);
  for (const of of ['whole', 'parts'] as const) {
    const field = form.querySelector<HTMLInputElement>(`[name="${of}"]`);
    if (field) field.value = await marksOf(forms[of], salt);
  }
  // No way back brings it up again.
  list.value = '';
}
