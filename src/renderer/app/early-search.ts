import { searchClient } from '#rooms/search/client.ts';

// Before all else is evaluated: the worker takes up the index while the window makes its first screen.
searchClient();
