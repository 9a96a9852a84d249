export { seasonModule } from './module.ts';
