// Reads replies aloud and takes questions down by ear, where the browser can.
(() => {
  "use strict";

  const root = document.documentElement;
  const text = document.getElementById("text");
  const status = document.getElementById("status");
  const dictate = document.getElementById("dictate");
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

  /** A button that shows by its words and its state whether it is at work. */
  class Toggle {
    constructor(button) {
      this.button = button;
      this.label = button.textContent;
    }

    show(on) {
      this.button.setAttribute("aria-pressed", on);
      this.button.textContent = on ? this.button.dataset.done : this.label;
    }
  }

  let reading = null;
  let listening = null;

  function stopReading() {
    reading?.show(false);
    reading = null;
    speechSynthesis.cancel();
  }

  function read(button) {
    const stops = reading?.button === button;
    stopReading();
    if (stops) {
      return;
    }
    const toggle = new Toggle(button);
    const speech = new SpeechSynthesisUtterance(button.closest(".replied").querySelector(".words").textContent);
    speech.lang = root.lang;
    speech.rate = root.classList.contains("comfort") ? 0.85 : 1;
    speech.onend = speech.onerror = () => {
      if (reading === toggle) {
        stopReading();
      }
    };
    reading = toggle;
    toggle.show(true);
    speechSynthesis.speak(speech);
  }

  function complain(sentence) {
    status.textContent = "";
    const problem = document.getElementById("problem") ?? document.createElement("p");
    problem.id = "problem";
    problem.setAttribute("role", "alert");
    problem.textContent = sentence;
    document.querySelector(".composer").before(problem);
    problem.scrollIntoView({ block: "nearest" });
  }

  function take(words) {
    text.value += words;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }

  function endListening() {
    listening?.toggle.show(false);
    listening = null;
    status.textContent = "";
  }

  function listen() {
    if (listening) {
      listening.recognition.stop();
      endListening();
      return;
    }
    const says = dictate.dataset;
    const recognition = new Recognition();
    const mine = { recognition, toggle: new Toggle(dictate) };
    recognition.lang = root.lang;
    recognition.onresult = (event) => take(event.results[0][0].transcript);
    recognition.onend = () => listening === mine && endListening();
    recognition.onerror = (event) => {
      if (listening === mine) {
        endListening();
        const refused = event.error === "not-allowed" || event.error === "service-not-allowed" || event.error === "audio-capture";
        complain(refused ? says.denied : event.error === "no-speech" ? says.silence : says.unheard);
      }
    };
    listening = mine;
    mine.toggle.show(true);
    document.getElementById("problem")?.remove();
    status.textContent = says.listening;
    try {
      recognition.start();
    } catch {
      endListening();
      complain(says.unheard);
    }
  }

  if ("speechSynthesis" in window) {
    const turns = document.getElementById("turns");
    turns.classList.add("speaks");
    turns.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-does=read]");
      if (button) {
        read(button);
      }
    });
    addEventListener("pagehide", stopReading);
  }
  if (Recognition) {
    dictate.hidden = false;
    dictate.addEventListener("click", listen);
  }
})();
