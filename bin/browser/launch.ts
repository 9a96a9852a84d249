import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find.ts';

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts the Chromium of this machine, quietly and without any call to the outside.
 * @throws with a sentence when there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium on this machine; set CHROMIUM to one.');
  return chromium.launch({ executablePath, args: SWITCHES });
}
