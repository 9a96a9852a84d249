export { givingModule } from './module.ts';
export type { GivingServices } from './services.ts';
