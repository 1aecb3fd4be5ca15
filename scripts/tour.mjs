// npm run tour: the built app on a virtual display, driven through its main job, a picture of each step.
import { main } from './runtime/say.mjs';
import { runTour } from './tour/run-tour.mjs';

await main(runTour);
