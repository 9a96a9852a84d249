import type { Module } from '../../platform/module.ts';
import { safetyDesk } from './elsewhere/desk-part.ts';
import { safetyPublicPart } from './elsewhere/public-part.tsx';
import { helplinesPlace } from './helplines/place.ts';
import { personalData } from './personal-data.ts';
import { routes } from './routes.tsx';
import { recordActs } from './told.ts';
import { staffSafetyMessages } from './words.ts';

export { listCheckedHelplines, listPublicHelplines } from './commands.ts';
export { Languages as HelplineLanguages, usePurpose as useHelplinePurpose } from './help-now-views.tsx';
export { FIRST_NUMBERS, findDangers } from './rules.ts';
export type { CheckedHelpline, Danger } from './types.ts';
export { EmergencyLine, EmergencyPanel, readShownDangers } from './views.tsx';

/** Safety, as the house takes it in. */
export const safetyModule: Module = {
  name: 'safety',
  messages: staffSafetyMessages,
  routes,
  desk: safetyDesk,
  publicParts: [safetyPublicPart],
  settingsPlaces: [helplinesPlace],
  personalData,
  recordActs,
};
export { safetyPaths } from './paths.ts';
