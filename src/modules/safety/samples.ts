import { look, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

export const samples: Samples<PeopleWorld> = {
  pages: [
    look('/help-now'),
    staffLook('/helplines', { role: 'administrator' }),
    staffLook('/helplines/line', { role: 'administrator', form: '/helplines/lines' }),
  ],
  noPages: { '/danger-words': 'a list for scripts' },
};
