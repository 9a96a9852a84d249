export { givingModule } from './module.ts';
export { openPayments } from './payments/open.ts';
export type { GivingServices } from './services.ts';
