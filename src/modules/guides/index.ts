export { guidesModule } from './module.ts';
export { OfficeLines } from './offices/views.tsx';
export { officeNameIn } from './offices/words.ts';
export { guidesPaths } from './paths.ts';
export { findOffice, findOffices, listOffices } from './store/facts.ts';
export type { Office } from './types.ts';
