import { useState } from 'react';
import type { Note } from '#domain/note/note.ts';
import type { Problem } from '#domain/problem.ts';
import { keepNoteFile } from '#store/note-files.ts';
import { type Picture, type PictureRefusal, readPicture } from './picture.ts';

export type NoteFileFacts = Note['files'][number];

/** What became of a picture that did not come into the text. */
export type PictureNews =
  | { readonly name: string; readonly why: PictureRefusal }
  | { readonly name: string; readonly problem: Problem };

export interface Pictures {
  /** The one whose words are asked for now. */
  readonly asked: Picture | undefined;
  /** Its place in the row of all that were asked for; no two have the same. */
  readonly turn: number;
  /** How many are still being read. */
  readonly coming: number;
  readonly add: (files: readonly File[]) => void;
  /** Keeps the asked picture; its Markdown, or `null` where it could not be kept. */
  readonly keep: (alt: string) => Promise<string | null>;
  readonly drop: () => void;
}

/** Pictures on their way into a text, one after another. */
export function usePictures(onFile: (file: NoteFileFacts) => void, onNews: (news: PictureNews) => void): Pictures {
  const [waiting, setWaiting] = useState<readonly Picture[]>([]);
  const [coming, setComing] = useState(0);
  const [turn, setTurn] = useState(0);
  const [asked] = waiting;
  const next = (): void => {
    setWaiting((before) => before.slice(1));
    setTurn((before) => before + 1);
  };

  const read = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const picture = await readPicture(file);
      setComing((count) => count - 1);
      if (typeof picture === 'string') onNews({ name: file.name, why: picture });
      else setWaiting((before) => [...before, picture]);
    }
  };
  return {
    asked,
    turn,
    coming,
    add(files) {
      setComing((count) => count + files.length);
      void read(files);
    },
    async keep(alt) {
      if (!asked) return null;
      const kept = await keepNoteFile({ type: asked.type, bytes: asked.bytes });
      if (!kept.ok) {
        onNews({ name: asked.name, problem: kept.problem });
        return null;
      }
      next();
      onFile({ sha256: kept.value, name: asked.name, type: asked.type, size: asked.bytes.length, alt });
      return `![${alt.replace(/[[\]\\]/g, '\\$&')}](file:${kept.value})`;
    },
    drop: next,
  };
}
