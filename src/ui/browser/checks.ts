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
      renew(target as Control);
    });
  }
}

/** @returns whether all controls inside are filled in as they should be; the first that is not gets the focus */
export function checkWithin(part: HTMLElement): boolean {
  const wrong = [...part.querySelectorAll<Control>('input, select, textarea')].filter(isWrong);
  for (const control of wrong) sayBeside(control);
  const [first] = wrong;
  if (first) {
    first.closest('details')?.setAttribute('open', '');
    // A step that is out of sight shows itself before the focus goes there.
    first.dispatchEvent(new Event('reveal', { bubbles: true }));
    first.focus();
  }
  return !first;
}

function isWrong(control: Control): boolean {
  return control.willValidate && !control.validity.valid && !isLeftToServer(control);
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

/** A file that the server would not take is refused before it travels. Some browsers don't know every kind by its name. */
function checkFile(control: HTMLInputElement): void {
  const [file] = control.files ?? [];
  const { maxBytes, tooLarge = '', wrongKind = '' } = control.dataset;
  const isPicture = !file?.type || (file.type.startsWith('image/') && !file.type.includes('svg'));
  const words = isPicture ? ((file?.size ?? 0) > Number(maxBytes) ? tooLarge : '') : wrongKind;
  control.setCustomValidity(words);
}

/** Our own sentence goes with its mistake; another mistake has another sentence. A file is complete once it is chosen. */
function renew(control: Control): void {
  if (!isWrong(control)) takeBack(control);
  else if (control.validity.customError || sentenceOf(control)?.dataset['checked'] === '') sayBeside(control);
}

function sentenceOf({ name }: Control): HTMLElement | null {
  return document.getElementById(`${name}-refusal`);
}

function sayBeside(control: Control): void {
  control.setAttribute('aria-invalid', 'true');
  const sentence = sentenceOf(control) ?? addSentence(control);
  (sentence.querySelector('span') ?? sentence).textContent = sentenceFor(control);
  // Only our own sentence goes away while typing; the server's stays until the server has seen the answer.
  sentence.dataset['checked'] = '';
}

function addSentence(control: Control): HTMLElement {
  const id = `${control.name}-refusal`;
  const sentence = Object.assign(document.createElement('p'), { id, className: 'field-refusal' });
  const group = control.type === 'radio' ? control.closest('.choices, .choice-cards') : null;
  const box = control.closest('.choice');
  (group ?? box ?? control).before(sentence);
  const described = control.getAttribute('aria-describedby');
  control.setAttribute('aria-describedby', described ? `${described} ${id}` : id);
  return sentence;
}

function takeBack(control: Control): void {
  const sentence = sentenceOf(control);
  if (sentence?.dataset['checked'] !== '') return;
  sentence.closest('[data-refused]')?.removeAttribute('data-refused');
  sentence.remove();
  for (const same of control.form?.querySelectorAll(`[name="${CSS.escape(control.name)}"]`) ?? []) {
    same.removeAttribute('aria-invalid');
  }
}
