import type { Module } from '../../../platform/module.ts';
import { kitMessages } from '../words.ts';
import { personalData } from './personal-data.ts';

/** What the kit keeps: drafts, whatever program they are of. */
export const formsModule: Module = { name: 'forms', messages: kitMessages, personalData, routes: [] };
