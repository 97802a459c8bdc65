// On a calculator’s page: brings it to life. early.js asks for it where instant navigation shows one.
import { ClauseCalculator } from "./element.js";

customElements.define("clause-calculator", ClauseCalculator);
