import { leaveQuickly } from '../leave/browser.ts';
import { watchForDanger } from './danger-words.ts';
import { keepDrafts, takeAlong } from './drafts.ts';
import { checkFiles, countCharacters } from './fields.ts';
import { followChanges } from './live.ts';
import { closeMenus } from './menus.ts';
import { showOffline, workOffline } from './offline.ts';
import { showSteps } from './steps.ts';

// First of all: whoever must be gone does not wait for the rest.
leaveQuickly();
// Every page works without this file. The order matters: what was typed comes back before steps and counts look at it.
keepDrafts();
takeAlong();
checkFiles();
showSteps();
countCharacters();
watchForDanger();
closeMenus();
showOffline();
followChanges();
workOffline();
if (document.querySelector('[data-aid]'))
  void import('../aid/writing-aid.ts').then(({ helpWriting }) => helpWriting());
if (document.querySelector('[data-passkey]'))
  void import('./passkey.ts').then(({ offerPasskeys }) => offerPasskeys());
