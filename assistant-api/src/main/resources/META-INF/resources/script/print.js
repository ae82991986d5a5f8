// Shows the button that prints the page. Without this script the browser's own menu prints.
(() => {
  "use strict";
  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
})();
