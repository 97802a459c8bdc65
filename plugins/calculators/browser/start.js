// In the head of a calculator's page: the runtime loads while the page is still being read.
import { runtime } from "./runtime.js";

runtime.start();
