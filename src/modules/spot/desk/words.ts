import { defineStaffMessages, type Messages } from '../../../platform/languages/messages.tsx';
import { spotMessages } from '../words.ts';
import en from './messages/staff.en.json' with { type: 'json' };
import ja from './messages/staff.ja.json' with { type: 'json' };

/** The words of the desk. */
export const deskMessages = defineStaffMessages({ ja, en });
export type DeskKey = Extract<keyof typeof en, string>;

/** Spot's refusals with those that only the desk gives, as one catalog for the web kit. */
export const spotRefusals: Messages<string> = {
  has: (key): key is string => spotMessages.has(key) || deskMessages.has(key),
  in(locale) {
    const [spot, desk] = [spotMessages.in(locale), deskMessages.in(locale)];
    type Values = Parameters<typeof spot>[1];
    const say = (key: string, params?: Values) =>
      spotMessages.has(key) ? spot(key, params) : desk(key as DeskKey, params);
    const plain = (key: string, params?: Values) =>
      spotMessages.has(key) ? spot.plain(key, params) : desk.plain(key as DeskKey, params);
    return Object.assign(say, { plain });
  },
};
