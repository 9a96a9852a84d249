import { askServer, showDanger } from './ask-server.ts';
import { morph } from './morph.ts';
import { wordsOf } from './words-of.ts';

/** Shows the sections of a stepped form one at a time. */
export function showSteps(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-steps]')) new SteppedForm(form);
}

class SteppedForm {
  readonly #form: HTMLFormElement;
  readonly #steps: HTMLElement[];
  #now = 0;
  readonly #plainTitle = document.title;
  #title = this.#plainTitle;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#steps = [...form.querySelectorAll<HTMLElement>('[data-step]')];
    form.dataset['stepping'] = '';
    for (const actions of form.querySelectorAll<HTMLElement>('[data-step-actions]')) actions.hidden = false;
    form.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('[data-step-next]')) void this.#next();
      if ((target as Element).closest('[data-step-back]')) history.back();
    });
    form.addEventListener('submit', (event) => this.#submit(event), { capture: true });
    addEventListener('popstate', () => this.#follow());
    this.#begin();
  }

  #begin(): void {
    const refused = this.#form.querySelector('[aria-invalid]');
    const named = this.#form.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    const asked = named ?? refused;
    // Loaded again, a form stays where its reader is, also when it still says what was refused before.
    const first = stepInHistory() ?? (asked ? this.#indexOf(asked) : 0);
    // The steps before the first shown are in the history too, so that "back" leads through them.
    if (stepInHistory() === undefined) {
      history.replaceState({ step: 0 }, '');
      for (let step = 1; step <= first; step++) history.pushState({ step }, '');
    }
    this.#show(Math.min(first, this.#steps.length - 1));
    if (named && !refused && this.#indexOf(named) === this.#now) focusOn(named);
  }

  async #next(): Promise<void> {
    const step = this.#steps[this.#now];
    if (!step || this.#form.ariaBusy) return;
    this.#form.ariaBusy = 'true';
    const agrees = await this.#ask(step);
    this.#form.ariaBusy = null;
    if (!agrees) return this.#show(this.#now);
    history.pushState({ step: this.#now + 1 }, '');
    this.#show(this.#now + 1);
    this.#headline();
  }

  /** Whether the server finds nothing to mend in a step. What it does find stands beside the fields, danger first. */
  async #ask(step: HTMLElement): Promise<boolean> {
    const page = await askServer(this.#form);
    if (page === 'signed_out') {
      // The form itself is kept until they have signed in again; what only a script asks is not.
      this.#form.submit();
      return false;
    }
    const seen = page?.getElementById(step.id);
    if (!page || !seen) return true;
    for (const actions of seen.querySelectorAll<HTMLElement>('[data-step-actions]')) actions.hidden = false;
    morph(step, seen, () => false);
    const words = step.querySelector('textarea')?.closest('.field');
    const danger = words && showDanger(this.#form, page, words);
    const toMend = danger ?? step.querySelector<HTMLElement>('[aria-invalid]');
    this.#title = toMend ? page.title : this.#plainTitle;
    toMend?.closest('details')?.setAttribute('open', '');
    toMend?.focus();
    // The sentence stands above the field: it is to be in sight as well.
    toMend?.closest('[data-refused]')?.scrollIntoView();
    return !toMend;
  }

  /** Enter in a field means "next" until the last step. */
  #submit(event: SubmitEvent): void {
    if (this.#now === this.#steps.length - 1 || (event.submitter as HTMLButtonElement | null)?.formNoValidate)
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#next();
  }

  /** The browser's own back and forward, and links of the summary to a field. */
  #follow(): void {
    const step = stepInHistory();
    if (step !== undefined) {
      this.#show(step);
      this.#headline();
      return;
    }
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !this.#form.contains(target)) return;
    this.#show(this.#indexOf(target));
    focusOn(target);
  }

  #indexOf(element: Element): number {
    return Math.max(
      0,
      this.#steps.findIndex((step) => step.contains(element)),
    );
  }

  #show(index: number): void {
    this.#now = index;
    this.#form.dataset['now'] = String(index);
    for (const [at, step] of this.#steps.entries()) step.hidden = at !== index;
    for (const [at, item] of this.#form.querySelectorAll<HTMLElement>('[data-steps-progress] li').entries()) {
      item.dataset['done'] = String(at < index);
      if (at === index) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    }
    const headline = this.#steps[index]?.querySelector('[tabindex="-1"]');
    if (headline) document.title = this.#title.replace(' — ', ` — ${wordsOf(headline)} — `);
    const summary = document.querySelector<HTMLElement>('.form-refusals');
    if (summary) summary.hidden = ![...summary.querySelectorAll('li')].some((line) => this.#isForNow(line));
    // The same step is in sight when the page is read in another language.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
      link.hash = this.#steps[index]?.id ?? '';
  }

  /** Whether a line of the summary is about a field of this step that is still to be mended, or about no step at all. */
  #isForNow(line: Element): boolean {
    const name = line.querySelector('a')?.hash.slice(1) ?? '';
    const isElsewhere = !this.#form.contains(document.getElementById(name));
    return isElsewhere || !!this.#steps[this.#now]?.querySelector(`[id="${name}-refusal"]`);
  }

  #headline(): void {
    this.#steps[this.#now]?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    this.#form.scrollIntoView();
  }
}

/** A question of several fields gets the focus in its first. */
function focusOn(target: Element): void {
  const field = target.matches('input, select, textarea')
    ? target
    : target.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, [tabindex]');
  target.closest('details')?.setAttribute('open', '');
  (field as HTMLElement | null)?.focus();
  target.scrollIntoView();
}

function stepInHistory(): number | undefined {
  return (history.state as { step?: number } | null)?.step;
}
