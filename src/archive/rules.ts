import type { AllowedName } from '#domain/archive/unsafe-name.ts';

/** How much an archive may be, in bytes unless the name says otherwise. */
export interface ArchiveLimits {
  /** The file itself. */
  readonly file: number;
  /** How many entries. */
  readonly entries: number;
  /** The directory at its end. */
  readonly directory: number;
  /** All entries, expanded. */
  readonly expanded: number;
  /** The expanded size of an entry divided by its size in the file. */
  readonly ratio: number;
}

/** What whoever opens an archive asks of it. Every hazard is looked for; what is allowed beyond is named. */
export interface ArchiveRules {
  readonly limits: ArchiveLimits;
  /** Hazards of names that are none for this use; `backslash`: it is read as `/`. */
  readonly names: readonly AllowedName[];
  /** Names in the letters of old DOS programs are read; else a name is UTF-8. */
  readonly oldLetters: boolean;
  /** Names that only some systems take for the same, by their case or the form of their letters, are two files. */
  readonly caseTwins: boolean;
}
