let wanted = '';

/** A person asks what this release changes. A screen that comes back by itself, as after a start, fetches nothing. */
export const wantLook = (sha256: string): void => {
  wanted = sha256;
};

export const isWanted = (sha256: string): boolean => wanted === sha256;
