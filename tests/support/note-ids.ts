import { seededId } from './seed-notes.ts';

/** Notes of one market sounding: `worked-notes.ts`. */
export const OPEN_NOTE = seededId(901);
export const RUNNING_NOTE = seededId(902);
export const STOPPED_NOTE = seededId(903);
export const BINNED_NOTE = seededId(904);

/** Two notes that come in a file: `notes-in.ts`. */
export const BROUGHT_NOTES = ['0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f6', '0192f0c1-2b3c-7d4e-8f50-a1b2c3d4e5f7'] as const;
