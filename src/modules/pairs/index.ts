export { pairsModule } from './module.ts';
