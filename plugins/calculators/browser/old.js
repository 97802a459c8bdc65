// For browsers that cannot read the modules: says why nothing is computed. It is written as they read it, and no module itself.
window.addEventListener("load", function () {
  if (window.customElements && customElements.get("clause-calculator")) return;
  var calculators = document.querySelectorAll("clause-calculator");
  for (var number = 0; number < calculators.length; number += 1) {
    var words = calculators[number].querySelector('[data-words="failed_old"]');
    var places = calculators[number].querySelectorAll(".calculator-status, .calculator-heard");
    for (var place = 0; place < places.length; place += 1) places[place].textContent = words && words.textContent;
  }
});
