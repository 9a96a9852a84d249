export { classesModule } from './module.ts';
