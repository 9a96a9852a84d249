type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Checks what the browser itself can check, but says it beside the field and in the page's language. */
export function checkForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.form')) {
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      const skip = (event.submitter as HTMLButtonElement | null)?.formNoValidate;
      if (!event.defaultPrevented && !skip && !checkWithin(form)) event.preventDefault();
    });
    form.addEventListener('input', ({ target }) => {
      if ((target as Control).type === 'file') checkFile(target as HTMLInputElement);
      if ((target as Control).willValidate && (target as Control).checkValidity())
        takeBack(target as Control);
    });
  }
}

/** @returns whether all controls inside are filled in as they should be; the first that is not gets the focus */
export function checkWithin(part: HTMLElement): boolean {
  const wrong = [...part.querySelectorAll<Control>('input, select, textarea')].filter(
    (control) => control.willValidate && !control.checkValidity() && !isLeftToServer(control),
  );
  const names = new Set<string>();
  for (const control of wrong) {
    if (names.has(control.name)) continue;
    names.add(control.name);
    sayBeside(control, sentenceFor(control));
  }
  const [first] = wrong;
  if (first) {
    first.closest('details')?.setAttribute('open', '');
    // A step that is out of sight shows itself before the focus goes there.
    first.dispatchEvent(new Event('reveal', { bubbles: true }));
    first.focus();
  }
  return !first;
}

/** A day too early or too late: the server, which is asked before the next step, says which days there are. */
function isLeftToServer({ validity, form }: Control): boolean {
  return form?.dataset['check'] !== undefined && (validity.rangeUnderflow || validity.rangeOverflow);
}

function sentenceFor({ validity, validationMessage }: Control): string {
  const { missing, unclear } = document.body.dataset;
  if (validity.customError) return validationMessage;
  return (validity.valueMissing ? missing : unclear) ?? '';
}

/** A file that the server would not take is refused before it travels. Some browsers don't know HEIC by its name. */
function checkFile(control: HTMLInputElement): void {
  const [file] = control.files ?? [];
  const { maxBytes, tooLarge = '', wrongKind = '' } = control.dataset;
  const isPicture = !file?.type || (file.type.startsWith('image/') && !file.type.includes('svg'));
  const words = isPicture ? ((file?.size ?? 0) > Number(maxBytes) ? tooLarge : '') : wrongKind;
  control.setCustomValidity(words);
  takeBack(control);
  if (words) sayBeside(control, words);
}

function sayBeside(control: Control, words: string): void {
  const id = `${control.name}-refusal`;
  control.setAttribute('aria-invalid', 'true');
  if (document.getElementById(id)) return;
  const sentence = Object.assign(document.createElement('p'), {
    id,
    className: 'field-refusal',
    textContent: words,
  });
  // Only our own sentence goes away while typing; the server's stays until the server has seen the answer.
  sentence.dataset['checked'] = '';
  const group = control.type === 'radio' ? control.closest('.choices, .choice-cards') : null;
  const box = control.closest('.choice');
  (group ?? box ?? control).before(sentence);
  const described = control.getAttribute('aria-describedby');
  control.setAttribute('aria-describedby', described ? `${described} ${id}` : id);
}

function takeBack(control: Control): void {
  const sentence = document.getElementById(`${control.name}-refusal`);
  if (sentence?.dataset['checked'] === undefined) return;
  sentence.remove();
  for (const same of control.form?.querySelectorAll(`[name="${CSS.escape(control.name)}"]`) ?? []) {
    same.removeAttribute('aria-invalid');
  }
}
