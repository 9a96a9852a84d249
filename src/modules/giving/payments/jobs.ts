import type { Task } from '../../../platform/jobs/task.ts';
import type { GivingServices } from '../services.ts';
import { closePageTask } from './cards/close-page.ts';
import { compareTask } from './notices/compare.ts';
import { lookLeftTask, lookTask } from './notices/look.ts';

/** What payments do by themselves. */
export const paymentTasks = ({ payments }: Pick<GivingServices, 'payments'>): readonly Task[] => [
  lookTask(payments),
  closePageTask({ payments }),
  lookLeftTask,
  compareTask(payments),
];
