import type { Module } from '../../platform/module.ts';
import { trustTasks } from './jobs.ts';
import { trustRefusals } from './messages.ts';
import { trustRoutes } from './routes.ts';

/** What the house takes in of this module. */
export const trustModule: Module = {
  name: 'trust',
  messages: trustRefusals,
  routes: trustRoutes,
  tasks: trustTasks,
};
