import { z } from 'zod';
import { text } from '../../../../platform/web/form-fields.ts';
import { post, type Route } from '../../../../platform/web/route.ts';
import { MOST } from '../../types.ts';
import { act, Versioned, versioned } from '../acts/act.ts';
import { deskPageAgain } from '../request/page.tsx';
import { handOver, writeNote } from './write-note.ts';

/** What coordinators tell each other about a request, and who of them keeps it. */
export const noteRoutes: readonly Route[] = [
  post({
    path: '/desk/requests/:id/notes',
    access: ['coordinator'],
    audit: 'spot.note.written',
    form: z.object({ ...versioned, noteWords: text(MOST.note) }),
    handle(call) {
      const { noteWords: words } = call.fields;
      // A note decides nothing: what was done meanwhile does not make it wrong.
      return act(call, (on) => writeNote(call.db, { ...on, version: undefined, words }), 'note_was_written');
    },
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/keeper',
    access: ['coordinator'],
    audit: 'spot.request.handed_over',
    form: z.object({ ...versioned, keeper: text(40), handingWords: text(MOST.note) }),
    handle(call) {
      const { keeper: to, handingWords: words } = call.fields;
      return act(call, (on) => handOver(call.db, { ...on, to, words }), 'was_handed_over');
    },
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/taking',
    access: ['coordinator'],
    audit: 'spot.request.handed_over',
    form: Versioned,
    handle: (call) =>
      act(call, (on) => handOver(call.db, { ...on, to: call.actor.personId ?? '', words: '' }), 'was_taken'),
    again: deskPageAgain,
  }),
];
