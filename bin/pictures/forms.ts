import type { Locator, Page, Response } from 'playwright-core';

/** One's own form, not the buttons that sign in as somebody invented. */
const formOf = (tab: Page, action: string): Locator =>
  tab.locator(`main form[action$="${action}"]:not([action*="/demonstration/"])`).first();

/** Unfolds what the form is folded away in. */
async function unfold(tab: Page, action: string): Promise<void> {
  const folded = tab.locator(`details:not([open]):has(form[action$="${action}"])`);
  for (let left = await folded.count(); left > 0; left--) {
    await folded.first().locator('summary').first().click();
  }
}

/** Writes something fitting into every field of a form; sends nothing. */
export async function fillIn(tab: Page, action: string): Promise<void> {
  await unfold(tab, action);
  const form = formOf(tab, action);
  for (const field of await form.locator('input, textarea, select').all()) {
    if (await field.isVisible()) await fillField(field);
  }
}

async function fillField(field: Locator): Promise<void> {
  const kind = await field.evaluate((one) =>
    `${one.tagName} ${(one as HTMLInputElement).type}`.toLowerCase(),
  );
  if (kind.startsWith('select')) {
    const last = await field.locator('option').last().getAttribute('value');
    if (last) await field.selectOption(last);
    return;
  }
  if (/radio|checkbox/.test(kind)) {
    await field.check({ force: true });
    return;
  }
  const words: Readonly<Record<string, string>> = {
    'input email': 'maya@otonari.example',
    'input date': '2027-03-10',
    'input time': '10:00',
    'input number': '30',
  };
  if (/file|hidden|submit/.test(kind)) return;
  const most = Number((await field.getAttribute('maxlength')) ?? '40');
  const text = kind.startsWith('textarea')
    ? 'おとなりさん、こんにちは。\nThank you for coming along.'
    : 'Maya マヤ';
  await field.fill((words[kind] ?? text).slice(0, most));
}

/**
 * Sends a form as somebody would who has filled in nothing.
 * @returns whether it came back with what is missing
 */
export async function refuse(tab: Page, action: string): Promise<boolean> {
  await unfold(tab, action);
  const form = formOf(tab, action);
  await form.evaluate((one) => {
    (one as HTMLFormElement).noValidate = true;
  });
  for (const field of await form.locator('input, textarea').all()) {
    if (await field.isVisible()) await empty(field);
  }
  // As Enter does: by the first button, which a form may keep out of sight.
  const submit = (one: Element) =>
    (one as HTMLFormElement).requestSubmit(one.querySelector<HTMLElement>('button:not([type="button"])'));
  const [answer] = await Promise.all([tab.waitForResponse(isAnswer), form.evaluate(submit)]);
  await tab.waitForLoadState();
  return answer.status() === 422;
}

/** The page in which a form ends, not the way there. */
function isAnswer(response: Response): boolean {
  return response.request().isNavigationRequest() && response.status() !== 303;
}

async function empty(field: Locator): Promise<void> {
  const type = await field.getAttribute('type');
  if (type === 'checkbox') await field.uncheck({ force: true });
  else if (type !== 'radio' && type !== 'file') await field.fill('');
}
