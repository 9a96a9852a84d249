/** Says how many characters are left, after a pause in typing; reads it out only when it gets close. */
export function countCharacters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) {
    const note = document.getElementById(`${area.id}-count`);
    if (!note) continue;
    let pause: ReturnType<typeof setTimeout>;
    const count = () => {
      const most = Number(area.dataset['max']);
      // As people count them, and the server does.
      const left = most - [...new Intl.Segmenter().segment(area.value)].length;
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
