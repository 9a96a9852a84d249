import type { Field } from '../types.ts';

/** The kind of help, as all programs name them, that is given in a field. */
export const KIND_OF_HELP: Readonly<Record<Field, string>> = {
  residence: 'admin',
  work: 'paper',
  housing: 'housing',
  medical: 'medical',
  child_rearing: 'childcare',
  education: 'education',
  welfare: 'admin',
  family: 'admin',
  money: 'paper',
  law: 'paper',
  mind: 'medical',
  other: 'admin',
};
