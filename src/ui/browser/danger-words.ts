import { askServer, showDanger } from './ask-server.ts';

const PAUSE_MS = 500;

/**
 * While somebody writes of danger, the emergency numbers come up beside their words, before anything is sent. The words
 * are looked for here; the server is asked for the numbers only when one of them has been written.
 */
export function watchForDanger(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-danger-words]')) {
    const told = new Set<RegExp>();
    let words: Promise<readonly RegExp[] | null> | undefined;
    let pause: ReturnType<typeof setTimeout>;
    form.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      clearTimeout(pause);
      pause = setTimeout(async () => {
        words ??= fetchWords(form.dataset['dangerWords'] ?? '');
        const text = target.value.normalize('NFKC').toLowerCase().replaceAll('’', "'");
        const known = await words;
        // Asked again at the next word: a tunnel or an elevator must not silence the numbers for good.
        if (!known) words = undefined;
        const found = (known ?? []).filter((word) => !told.has(word) && word.test(text));
        const page = found.length > 0 ? await askServer(form) : null;
        if (!page || page === 'signed_out') return;
        for (const word of found) told.add(word);
        showDanger(form, page, target.closest('.field') ?? target)?.setAttribute('role', 'alert');
      }, PAUSE_MS);
    });
  }
}

/** @returns null when they could not be read now */
async function fetchWords(address: string): Promise<readonly RegExp[] | null> {
  try {
    const patterns = (await (await fetch(address)).json()) as string[];
    return patterns.map((pattern) => new RegExp(pattern, 'u'));
  } catch {
    return null;
  }
}
