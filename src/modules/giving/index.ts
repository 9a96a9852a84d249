export { givingModule } from './module.ts';
