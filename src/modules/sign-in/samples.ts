import { as, look, type Samples } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

export const samples: Samples<PeopleWorld> = {
  pages: [
    look('/sign-in', { form: '/sign-in' }),
    look('/sessions', { who: as('resident') }),
    look('/passkeys', { who: as('resident') }),
    look('/second-factor/set-up', { who: as('coordinator'), form: '/second-factor/set-up' }),
  ],
  noPages: {
    '/demonstration/signed-in': 'leads on for whoever has just signed in',
    '/sign-in/code': 'needs the cookie of who has just asked for a code; taken by the form of /sign-in',
    '/second-factor': 'leads on for whoever is in the demonstration',
    '/second-factor/recovery-codes': 'shown once, when a second factor has been set up',
  },
};
