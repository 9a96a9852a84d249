/** The steps of asking, in order; each is a section of the form with this id. */
export const STEPS = ['what', 'when', 'where', 'talk', 'wishes'] as const;
export type StepName = (typeof STEPS)[number];

/** Id, number and count of a step, as the UI's `Step` takes them. */
export function stepProps(name: StepName): { id: string; step: number; steps: number } {
  return { id: name, step: STEPS.indexOf(name) + 1, steps: STEPS.length };
}
