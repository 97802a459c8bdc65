// In the head of a calculator's page: the runtime loads as soon as there is something to see, and never before.
import { runtime, seen } from "./runtime.js";

seen.then(() => runtime.start());
