// Lets the slider and the number follow each other and opens what is folded for printing. Without this script the number stands alone.
(() => {
  "use strict";
  const number = document.getElementById("budget");
  const slider = document.getElementById("budget-slider");
  if (number && slider) {
    const follow = () => {
      const given = Number.parseFloat(number.value);
      slider.value = Number.isFinite(given) ? given : slider.max;
    };
    slider.hidden = false;
    follow();
    number.addEventListener("input", follow);
    slider.addEventListener("input", () => { number.value = slider.value; });
  }

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".plan details:not([open]):not(.more)")];
    closed.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => {
    closed.forEach((part) => { part.open = false; });
  });
})();
