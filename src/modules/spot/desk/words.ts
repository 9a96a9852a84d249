import { defineStaffMessages } from '../../../platform/languages/messages.tsx';
import type { RefusalCatalog } from '../../../platform/web/route.ts';
import en from '../messages/staff.en.json' with { type: 'json' };
import ja from '../messages/staff.ja.json' with { type: 'json' };
import { spotMessages } from '../words.ts';

/** The words of the desk. */
export const deskMessages = defineStaffMessages({ ja, en });
export type DeskKey = Extract<keyof typeof en, string>;

/** Spot's refusals with those that only the desk gives, as one catalog for the web kit. */
export const spotRefusals: RefusalCatalog = {
  has: (key) => spotMessages.has(key) || deskMessages.has(key),
  in(locale) {
    const [spot, desk] = [spotMessages.in(locale), deskMessages.in(locale)];
    return (key, params) => (spotMessages.has(key) ? spot(key, params) : desk(key, params));
  },
};
