import { lookAtEveryPage } from '../support/every-page-judged.ts';

lookAtEveryPage(['en', 'zh-Hans']);
