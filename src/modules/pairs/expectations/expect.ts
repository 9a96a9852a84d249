import { accept } from '../../../platform/refusal.ts';
import { heardFrom } from '../applications/store.ts';
import { does, type OnPair } from '../pair/doing.ts';
import { applicationOf } from '../pair/over.ts';
import type { Doer, Side } from '../types.ts';
import { expectationQuestions } from './questions.ts';
import { keepExpectations } from './store.ts';

/** A side writes what it expects, or writes it anew: the other reads it once both have written theirs. */
export const expectOf = does<
  OnPair & { readonly doer: Doer<Side>; readonly answers: Readonly<Record<string, unknown>> }
>('expect', async (tx, { pair }, { doer, answers }) => {
  const { party: side, now: at } = doer;
  await heardFrom(tx, applicationOf(pair, side), at);
  const given = expectationQuestions.give(answers);
  await keepExpectations(tx, pair.id, { side, personId: doer.personId ?? '', given, at });
  return accept({});
});
