import type { NewApplication } from '../applications/store.ts';
import type { ConsentKind } from '../consents/kinds.ts';
import type { Side } from '../types.ts';
import type { Applied } from './form.ts';
import { applicationQuestions } from './questions.ts';

/** What is filled in, as an application holds it. */
export function readApplied(
  side: Side,
  applied: Applied,
): Pick<NewApplication, 'purposes' | 'facts' | 'emergencyContact' | 'places' | 'withIds'> {
  const { purposes, requiredPurposes = [], limits, atHome, genderWish } = applied;
  const questions = applicationQuestions[side];
  const answers = Object.fromEntries(questions.form.fields.map(({ name }) => [name, applied[name]]));
  return {
    purposes,
    withIds: applied.withIds ?? [],
    places: Number(applied.places) as 1 | 2 | 3,
    emergencyContact: applied.emergencyContact || null,
    facts: {
      // What somebody must find is also what they come for.
      requiredPurposes: requiredPurposes.filter((one) => purposes.includes(one)),
      interests: [...applied.interests],
      isOnlineOk: applied.isOnlineOk,
      reachKilometers: Number(applied.reachKilometers),
      wishes: {
        gender: genderWish === 'any' ? null : genderWish,
        withoutChildren: limits.includes('children'),
        withoutPets: limits.includes('pets'),
        withoutSmoking: limits.includes('smoking'),
      },
      hasPets: atHome.includes('pets'),
      smokes: atHome.includes('smoking'),
      wishedReduction: applied.reduction ?? 'full',
      given: questions.give(answers),
    },
  };
}

/** Which consents were given with it. */
export function consentsIn({ shown, further }: Pick<Applied, 'shown' | 'further'>): ConsentKind[] {
  return [...shown.map((part) => `profile_${part}` as const), ...further];
}
