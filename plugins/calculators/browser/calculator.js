// On a calculator's page, also one that instant navigation shows: brings it to life.
import { ClauseCalculator } from "./element.js";

customElements.define("clause-calculator", ClauseCalculator);
