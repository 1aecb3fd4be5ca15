import { useState } from 'react';
import type { Note } from '#domain/note/record/note.ts';
import type { Problem } from '#domain/problem.ts';
import { keepNoteFile } from '#store/notes/note-files.ts';
import type { HeldPoint } from './held-place.ts';
import { type Picture, type PictureRefusal, readPicture } from './picture.ts';

export type NoteFileFacts = Note['files'][number];

/** What became of a picture that did not come into the text. */
export type PictureNews =
  | { readonly name: string; readonly why: PictureRefusal }
  | { readonly name: string; readonly problem: Problem };

/** A picture with where it was asked for. */
interface Waiting {
  readonly picture: Picture;
  readonly point: HeldPoint;
  /** What it shows, where that was said before it could not be kept. */
  readonly alt: string;
}

export interface Pictures {
  /** The one whose words are asked for now. */
  readonly asked: Waiting | undefined;
  /** Its place in the row of all that were asked for; no two have the same. */
  readonly turn: number;
  /** How many are still being read. */
  readonly coming: number;
  readonly add: (files: readonly File[]) => void;
  /** Keeps the asked picture and puts it where it was asked for; one that cannot be kept is asked for again. */
  readonly keep: (alt: string) => void;
  readonly drop: () => void;
}

/** Pictures on their way into a text, one after another. */
export function usePictures(
  hold: () => HeldPoint | null,
  onFile: (file: NoteFileFacts) => void,
  onNews: (news: PictureNews) => void,
): Pictures {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [coming, setComing] = useState(0);
  const [turn, setTurn] = useState(0);
  const [asked] = waiting;
  const next = (): void => {
    setWaiting((before) => before.slice(1));
    setTurn((before) => before + 1);
  };

  const read = async (files: readonly File[], points: readonly HeldPoint[]): Promise<void> => {
    for (const [at, file] of files.entries()) {
      const picture = await readPicture(file);
      const point = points[at];
      setComing((count) => count - 1);
      if (typeof picture !== 'string' && point) {
        setWaiting((before) => [...before, { picture, point, alt: '' }]);
        continue;
      }
      point?.drop();
      if (typeof picture === 'string') onNews({ name: file.name, why: picture });
    }
  };
  const keep = async ({ picture, point }: Waiting, alt: string): Promise<void> => {
    const kept = await keepNoteFile({ type: picture.type, bytes: picture.bytes });
    if (!kept.ok) {
      onNews({ name: picture.name, problem: kept.problem });
      setWaiting((before) => [{ picture, point, alt }, ...before]);
      setTurn((before) => before + 1);
      return;
    }
    onFile({ sha256: kept.value, name: picture.name, type: picture.type, size: picture.bytes.length, alt });
    point.put(`![${alt.replace(/[[\]\\]/g, '\\$&')}](file:${kept.value})`, true);
  };
  return {
    asked,
    turn,
    coming,
    add(files) {
      const points = files.flatMap(() => hold() ?? []);
      setComing((count) => count + files.length);
      void read(files, points);
    },
    keep(alt) {
      if (!asked) return;
      next();
      void keep(asked, alt);
    },
    drop() {
      asked?.point.drop();
      next();
    },
  };
}
