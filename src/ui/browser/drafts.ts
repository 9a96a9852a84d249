type Entry = [name: string, value: string];

/**
 * Keeps what is typed into a form with `data-draft` in this tab until it was sent. Lives in the session storage: it ends
 * with the tab, and with signing out; a single one with a form inside `data-forget-draft`.
 */
export function keepDrafts(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')];
  forgetSent(forms);
  for (const form of forms) {
    const key = keyOf(form);
    restore(form, key);
    // At once: whoever types and leaves within the same moment loses nothing.
    form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify(entriesOf(form))));
    form.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) sessionStorage.setItem(`sent ${key}`, '');
    });
  }
  document.addEventListener('submit', ({ target }) => {
    const form = target as Element;
    if (form.closest('[data-forget]')) sessionStorage.clear();
    const draft = form.closest<HTMLElement>('[data-forget-draft]')?.dataset['forgetDraft'];
    if (draft) sessionStorage.removeItem(`draft ${draft}`);
  });
}

/**
 * A change of the page's language, or of the readings above it, takes along what was typed, in every form, to that page and no further. Forms of the head
 * are not counted: a page read in Japanese has more of them.
 */
export function takeAlong(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form')].map(
    (form, at) => [form, `moved ${at}${form.action.replace(/.*?\w\/[\w-]+/, '')}`] as const,
  );
  for (const [form, key] of forms) restore(form, key);
  // Also of a page that did not come: the next one may be somebody else's, who signs in here.
  for (const key of keysWith('moved ')) sessionStorage.removeItem(key);
  const carry = () => {
    for (const [form, key] of forms) sessionStorage.setItem(key, JSON.stringify(entriesOf(form)));
  };
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a[hreflang]')) carry();
  });
  document.addEventListener('submit', ({ target }) => {
    if ((target as Element).matches('[action$="/furigana"]')) carry();
  });
}

function keysWith(beginning: string): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(beginning));
}

function keyOf(form: HTMLFormElement): string {
  return `draft ${form.dataset['draft']}`;
}

/**
 * A form that was sent and did not come back is done with; one that did come back brings what the server has kept, which
 * is newer than what this tab remembers. Whoever only goes back to a form has been given no answer. What is typed after
 * an answer is newer again, also when loading the page once more brings the same refusals.
 */
function forgetSent(forms: readonly HTMLFormElement[]): void {
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const here = new Set(way?.type === 'navigate' ? [] : forms.map(keyOf));
  for (const mark of keysWith('sent ')) {
    sessionStorage.removeItem(mark);
    if (!here.has(mark.slice(5))) sessionStorage.removeItem(mark.slice(5));
  }
}

function controlsOf(form: HTMLFormElement): HTMLInputElement[] {
  const all = [...form.elements] as HTMLInputElement[];
  return all.filter(
    ({ name, type }) => name && !['hidden', 'file', 'password', 'submit', 'button'].includes(type),
  );
}

function entriesOf(form: HTMLFormElement): Entry[] {
  return controlsOf(form)
    .filter((control) => !isTick(control) || control.checked)
    .map(({ name, value }) => [name, value]);
}

function isTick({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio';
}

function restore(form: HTMLFormElement, key: string): void {
  const note = form.querySelector<HTMLElement>('[data-draft-note]');
  if (note) note.hidden = false;
  const kept = sessionStorage.getItem(key);
  if (!kept) return;
  const values = Map.groupBy(JSON.parse(kept) as Entry[], ([name]) => name);
  for (const control of controlsOf(form)) {
    const mine = values.get(control.name) ?? [];
    if (isTick(control)) control.checked = mine.some(([, value]) => value === control.value);
    else if (mine[0]) control.value = mine[0][1];
  }
  if (note) note.textContent = note.dataset['restored'] ?? '';
}
