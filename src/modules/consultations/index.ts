export { consultationsModule } from './module.ts';
