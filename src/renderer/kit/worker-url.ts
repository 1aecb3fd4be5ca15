interface Policy {
  createScriptURL(url: string): string;
}
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

/** The only scripts that may be started as workers, as the build names them (`index.worker-AbC123.js`). */
const OURS = /^\/assets\/(?:compare|index|install|picture|text)\.worker-[\w-]+\.js$/;

/** The address, when it is one of our workers; throws otherwise. */
export function ownWorkerUrl(url: string, base: string): string {
  const { origin, pathname, search, hash } = new URL(url, base);
  if (origin !== new URL(base).origin || !OURS.test(pathname) || search !== '' || hash !== '') {
    throw new TypeError('Not one of our workers');
  }
  return pathname;
}

let policy: Policy | undefined;

/**
 * Starts one of our workers. The content policy demands Trusted Types for script addresses, and `app` is the only
 * policy it knows; it makes nothing but these addresses.
 */
export function startWorker(url: string): Worker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  if (trustedTypes) {
    policy ??= trustedTypes.createPolicy('app', {
      createScriptURL: (address) => ownWorkerUrl(address, window.location.origin),
    });
  }
  return new Worker(policy ? policy.createScriptURL(url) : ownWorkerUrl(url, window.location.origin), {
    type: 'module',
  });
}
