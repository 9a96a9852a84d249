/** Says how many characters are left, after a pause in typing; reads it out only when it gets close. */
export function countCharacters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) {
    const note = document.getElementById(`${area.id}-count`);
    if (!note) continue;
    let pause: ReturnType<typeof setTimeout>;
    const count = () => {
      const most = Number(area.dataset['max']);
      const left = most - countGraphemes(area.value);
      const words = left < 0 ? note.dataset['over'] : note.dataset['left'];
      if (left < most / 10) note.ariaLive = 'polite';
      note.textContent = (words ?? '').replace('{n}', String(Math.abs(left)));
    };
    area.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(count, 400);
    });
    if (area.value !== '') count();
  }
}

/** Characters as people count them, as the server does; by code points where the browser can't. */
function countGraphemes(text: string): number {
  if (!Intl.Segmenter) return [...text].length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count += 1;
  return count;
}
