export { defineForm, type FormOf, typedValues } from './define.ts';
export { BareForm, Fields, FilledIn, Refusals } from './draw.tsx';
export type { Drawn, Field, Values } from './field.ts';
export { typed } from './field.ts';
export { consent, oneOf, pick, someOf, tick } from './fields/choices.tsx';
export { days, duration, Part, yearlyPeriods } from './fields/spans.tsx';
export { line, lines, timeOfDay, unseen, whole } from './fields/text.tsx';
export { formRoutes } from './routes.ts';
export { FormsSample } from './sample.tsx';
export {
  beginSetting,
  Changes,
  inWords,
  type SettingForm,
  saveSetting,
  schemaOf,
  settingPage,
  settingPart,
} from './settings.tsx';
