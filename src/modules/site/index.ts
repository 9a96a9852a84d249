export { siteModule } from './module.ts';
export { findOwnPages } from './worded/own-pages.tsx';
