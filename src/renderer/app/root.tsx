import { lazy, type ReactNode, Suspense, useLayoutEffect } from 'react';
import { useSettings } from '#kit/settings.ts';
import { useSafeReason } from '#store/recovery/safe-start.ts';
import { applyLook } from './look.ts';

const SafeScreen = lazy(() => import('#rooms/backups/safe-screen.tsx').then((m) => ({ default: m.SafeScreen })));

/** The app, or in its place the screen that mends and saves alone. */
export function Root({ children }: { readonly children: ReactNode }) {
  const reason = useSafeReason();
  const settings = useSettings();
  useLayoutEffect(() => applyLook(document.documentElement, settings), [settings]);
  if (reason === null) return children;
  return (
    <Suspense>
      <SafeScreen reason={reason} />
    </Suspense>
  );
}
