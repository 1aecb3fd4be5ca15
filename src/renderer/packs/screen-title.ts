/** The title of the screen that a control stands on: takes focus when the control goes away with what it did. */
export const screenTitle = (control: Element): HTMLElement | null =>
  control.closest('main')?.querySelector<HTMLElement>('[data-screen-title]') ?? null;
