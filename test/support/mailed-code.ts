import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';

/** Reads the newest code that was mailed to an address, on the page of mails, in a window of its own. */
export async function readMailedCode(context: BrowserContext, email: string): Promise<string> {
  const mailbox = await context.newPage();
  // Other news may be in the mailbox: the mail with the code says so in its subject.
  const lines = mailbox.locator('.card, article, li').filter({ hasText: email });
  const line = lines.filter({ hasText: /code|コード/i }).first();
  const isThere = async () => {
    await mailbox.goto('/en/dev/mail');
    return line.count();
  };
  await expect.poll(isThere, { timeout: 15_000, interval: 300 }).toBeGreaterThan(0);
  await line.locator('a').first().click();
  await mailbox.waitForURL(/\/dev\/mail\/.+/);
  const code = /(?<!\d)\d{6}(?!\d)/.exec((await mailbox.locator('main').textContent()) ?? '')?.[0] ?? '';
  await mailbox.close();
  return code;
}
