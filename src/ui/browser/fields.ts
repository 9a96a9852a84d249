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

/** A file that the server would not take is refused before it travels. Some browsers don't know every kind by its name. */
export function checkFiles(): void {
  document.addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).type === 'file') check(target as HTMLInputElement);
  });
}

function check(control: HTMLInputElement): void {
  const [file] = control.files ?? [];
  const { maxBytes, tooLarge = '', wrongKind = '' } = control.dataset;
  const isPicture = !file?.type || (file.type.startsWith('image/') && !file.type.includes('svg'));
  const words = isPicture ? ((file?.size ?? 0) > Number(maxBytes) ? tooLarge : '') : wrongKind;
  const id = `${control.name}-refusal`;
  document.getElementById(id)?.remove();
  if (!words) return;
  control.value = '';
  const sentence = Object.assign(document.createElement('p'), { id, className: 'field-refusal' });
  sentence.role = 'alert';
  sentence.textContent = words;
  control.before(sentence);
}
