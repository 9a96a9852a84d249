import { askServer, showDanger } from './ask-server.ts';

const PAUSE_MS = 500;

/**
 * While somebody writes of danger, the emergency numbers come up beside their words, before anything is sent. The words
 * are looked for here; the server is asked for the numbers only when one of them has been written.
 */
export function watchForDanger(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-danger-words]')) {
    const told = new Set<RegExp>();
    let words: Promise<readonly RegExp[]> | undefined;
    let pause: ReturnType<typeof setTimeout>;
    form.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      clearTimeout(pause);
      pause = setTimeout(async () => {
        words ??= fetchWords(form.dataset['dangerWords'] ?? '');
        const text = target.value.normalize('NFKC').toLowerCase().replaceAll('’', "'");
        const found = (await words).filter((word) => !told.has(word) && word.test(text));
        const page = found.length > 0 ? await askServer(form) : null;
        if (!page || page === 'signed_out') return;
        for (const word of found) told.add(word);
        showDanger(form, page, target.closest('.field') ?? target)?.setAttribute('role', 'alert');
      }, PAUSE_MS);
    });
  }
}

async function fetchWords(address: string): Promise<readonly RegExp[]> {
  const answer = await fetch(address).catch(() => null);
  const patterns = answer?.ok ? ((await answer.json()) as string[]) : [];
  return patterns.map((pattern) => new RegExp(pattern, 'u'));
}
