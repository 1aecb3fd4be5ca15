import { boot } from './boot.ts';

// Not awaited: Electron is not ready before this module has ended.
boot();
