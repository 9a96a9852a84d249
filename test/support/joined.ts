import { listModules } from '../../src/modules.ts';
import { glanceAtVolunteer } from '../../src/pages/volunteer-glance.tsx';
import type { Files } from '../../src/platform/files/files.ts';

/** The product's modules, for pages that join their parts; no file is kept or read by these parts. */
export const MODULES = listModules({
  files: {} as Files,
  ground: null,
  secret: 'a secret of at least thirty-two characters',
  publicUrl: undefined,
  address: 'https://otonari.test',
  glanceAtVolunteer,
});
