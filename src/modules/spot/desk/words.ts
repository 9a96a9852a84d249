import { defineStaffMessages } from '../../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../../platform/web/words.ts';
import { peopleMessages } from '../../people/index.ts';
import en from '../messages/staff.en.json' with { type: 'json' };
import ja from '../messages/staff.ja.json' with { type: 'json' };
import { spotMessages } from '../words.ts';

/** The words of the desk. */
export const deskMessages = defineStaffMessages({ ja, en });
export type DeskKey = Extract<keyof typeof en, string>;

/** Spot's refusals with those that only the desk gives and those of a name, as one catalog for the web kit. */
export const spotRefusals = joinCatalogs(joinCatalogs(spotMessages, deskMessages), peopleMessages);
