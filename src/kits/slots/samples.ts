import { type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { Role } from '../../platform/permissions.ts';

interface World {
  personWith(role: Role): string;
}

export const samples: Samples<World> = {
  pages: [
    staffLook('/times', { form: '/times' }),
    staffLook('/settings/hours', { role: 'administrator', form: '/settings/hours' }),
  ],
};
