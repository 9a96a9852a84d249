export { easyWriting } from './aid.ts';
export { EnterSends, WritingAid } from './field.tsx';
export { easyWritingModule } from './module.tsx';
export { easyWritingPaths } from './paths.ts';
