import { z } from 'zod';

// Zod's fast path compiles functions from text, which the app's content policy forbids.
z.config({ jitless: true });

export { z };
