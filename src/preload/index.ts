import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, CALL_NAMES, EVENT_NAMES, type Events } from '#bridge/calls.ts';
import { DROPPED } from '#bridge/packs.ts';

const call = Object.fromEntries(
  CALL_NAMES.map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(name, ...args)]),
) as unknown as Bridge['call'];

const on: Bridge['on'] = (name, listener) => {
  if (!EVENT_NAMES.includes(name)) throw new Error('No such event');
  // The event object of Electron stays on this side.
  const hear = (_event: unknown, ...args: unknown[]) => (listener as (...args: unknown[]) => void)(...args);
  ipcRenderer.on(`event:${name satisfies keyof Events}`, hear);
  return () => void ipcRenderer.off(`event:${name}`, hear);
};

/** Paths of real files only; what a page made itself has none. */
const dropped: Bridge['dropped'] = (files) =>
  ipcRenderer.invoke(
    DROPPED,
    files
      .flatMap((file) => (file instanceof File ? [webUtils.getPathForFile(file)] : []))
      .filter((path) => path !== ''),
  );

contextBridge.exposeInMainWorld('satchel', { call, on, dropped } satisfies Bridge);
