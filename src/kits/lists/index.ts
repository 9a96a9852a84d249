export type { Asking, Found } from './define.ts';
export { listRoutes } from './routes.tsx';
export { ListsSample } from './sample.tsx';
