import type { Snack } from '../store/snacks.ts';
import type { ChildOnDay } from './on-day.ts';

/** Who must not get a snack, each with what is in it; and of whom it is not known. */
export function whoMustNot(
  { foods }: Pick<Snack, 'foods'>,
  children: readonly Pick<ChildOnDay, 'child' | 'foods' | 'care'>[],
) {
  return {
    not: children.flatMap(({ child, foods: kept }) => {
      const both = foods.filter((food) => kept.includes(food));
      return both.length > 0 ? [{ child, foods: both }] : [];
    }),
    unknown: children.filter(({ care }) => care === 'unsaid' || care === 'lapsed').map(({ child }) => child),
  };
}
