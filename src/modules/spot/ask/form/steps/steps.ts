/** The steps of asking, in order; each is a section of the form with this id. */
const STEPS = ['what', 'meeting'] as const;
type StepName = (typeof STEPS)[number];

/** Keys of their titles. */
export const STEP_TITLES = STEPS.map((step) => `step_${step}` as const);

/** Id, number and count of a step, as the UI's `Step` takes them. */
export function stepProps(name: StepName): { id: string; step: number; steps: number } {
  return { id: name, step: STEPS.indexOf(name) + 1, steps: STEPS.length };
}
