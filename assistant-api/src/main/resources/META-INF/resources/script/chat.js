// Sends messages without leaving the page and shows replies as they come; the page works without it.
(() => {
  "use strict";

  const LONGEST_OUTAGE_MS = 120_000;
  const LONGEST_PAUSE_MS = 8_000;
  const UNDER_WAY = "feewise.under-way";

  const form = document.getElementById("ask");
  const text = document.getElementById("text");
  const turns = document.getElementById("turns");
  const status = document.getElementById("status");
  const stop = document.getElementById("stop");
  const send = document.getElementById("send");
  const newest = document.getElementById("newest");
  const end = document.getElementById("latest");
  const count = document.getElementById("count");
  const touch = matchMedia("(pointer: coarse)").matches;
  const longest = Number(form.dataset.longest);

  let current = null;
  let replaces = null;
  /** How many pixels of the lower edge the keyboard and the line to write in take. */
  let below = 0;

  document.documentElement.classList.add("runs");

  /** A refusal whose sentence the citizen may read. */
  class Refused extends Error {
    constructor(sentence, retryable = false) {
      super(sentence);
      this.retryable = retryable;
    }
  }

  class SignInNeeded extends Error {}

  class Stopped extends Error {}

  const conversationIds = () => document.querySelectorAll("input[name=conversationId]");
  const token = () => form.querySelector("input[type=hidden]");
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  function show(id, shown) {
    document.getElementById(id).hidden = !shown;
  }

  /** Whether the reader is at the end of the newest reply, so that following along does not fight them. */
  function isAtEnd() {
    return end.getBoundingClientRect().top <= innerHeight - below + 120;
  }

  function follow(follows) {
    if (follows) {
      end.scrollIntoView({ block: "end" });
    }
    newest.hidden = isAtEnd();
  }

  function setBusy(busy) {
    show("stop", busy);
    show("send", !busy);
    for (const button of document.querySelectorAll("#suggestions button, #person button, [form=person], #clear button")) {
      button.disabled = busy;
    }
  }

  function showProblem(sentence) {
    document.getElementById("problem")?.remove();
    const problem = document.createElement("p");
    problem.id = "problem";
    problem.textContent = sentence;
    problem.setAttribute("role", "alert");
    document.querySelector(".composer").before(problem);
    problem.scrollIntoView({ block: "nearest" });
  }

  /** The events of a stream, each once it is whole. */
  async function* eventsOf(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let pending = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      pending += value;
      const blocks = pending.split(/\r?\n\r?\n/);
      pending = blocks.pop();
      for (const block of blocks) {
        const lines = block.split(/\r?\n/);
        const field = (name) =>
          lines.filter((line) => line.startsWith(name + ":")).map((line) => line.slice(name.length + 1).trimStart());
        if (field("data").length > 0) {
          yield { name: field("event")[0], data: JSON.parse(field("data").join("\n")) };
        }
      }
    }
  }

  async function refusal(response) {
    if (response.status === 401) {
      return new SignInNeeded();
    }
    const problem = await response.json().catch(() => null);
    const passing = response.status >= 502 || (response.status === 409 && response.headers.has("Retry-After"));
    return problem?.detail ? new Refused(problem.detail, passing) : new Error("status " + response.status);
  }

  /** Sends once and follows the reply; the turn as HTML when it has come whole. */
  async function tried(message, signal, listener) {
    const body = new URLSearchParams({ text: message.text, conversationId: message.conversationId });
    body.set(token().name, token().value);
    if (message.replaces !== null) {
      body.set("replaces", message.replaces);
    }
    const response = await fetch("/", {
      method: "POST",
      signal,
      headers: {
        Accept: "text/event-stream",
        "Accept-Language": document.documentElement.lang,
        "Idempotency-Key": message.key,
      },
      body,
    });
    if (!response.ok) {
      throw await refusal(response);
    }
    let said = "";
    for await (const event of eventsOf(response.body)) {
      if (event.name === "token") {
        said += event.data.text;
        listener(said);
      } else if (event.name === "turn") {
        return event.data;
      } else if (event.name === "problem") {
        throw new Refused(event.data.detail);
      }
    }
    throw new Error("the stream ended before the reply");
  }

  /** Sends until the reply is there: the same request is answered once, however often it is sent. */
  async function answered(message, signal, listener) {
    const since = performance.now();
    for (let wait = 500; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 2)) {
      try {
        return await tried(message, signal, listener);
      } catch (failure) {
        if (signal.aborted) {
          throw new Stopped();
        }
        const final = failure instanceof SignInNeeded || (failure instanceof Refused && !failure.retryable);
        if (final || performance.now() - since > LONGEST_OUTAGE_MS) {
          throw failure;
        }
        status.textContent = form.dataset.reconnecting;
        await pause(wait);
        if (signal.aborted) {
          throw new Stopped();
        }
      }
    }
  }

  function pendingTurn(said) {
    const turn = document.getElementById("pending").content.firstElementChild.cloneNode(true);
    turn.querySelector(".said .words").textContent = said;
    return turn;
  }

  /** What has been written since stays, below the message. */
  function putBack(message, removed) {
    for (const turn of removed) {
      turns.append(turn);
    }
    text.value = [message.text, text.value].filter(Boolean).join("\n");
    replaces = message.replaces;
    show("editing", replaces !== null);
    measure();
  }

  /** Shows a turn as the service drew it, in place of the one that waited. */
  function finish(waiting, shown, follows) {
    const drawn = document.createElement("template");
    drawn.innerHTML = shown.html;
    const turn = drawn.content.querySelector("li");
    waiting.replaceWith(turn);
    for (const field of conversationIds()) {
      field.value = shown.conversationId;
    }
    const clear = document.getElementById("clear");
    clear.action = `/conversations/${encodeURIComponent(shown.conversationId)}/delete`;
    clear.hidden = false;
    history.replaceState(null, "", `/?conversation=${encodeURIComponent(shown.conversationId)}`);
    document.getElementById("suggestions")?.remove();
    makeRoom();
    status.textContent = turn.querySelector(".replied .words").textContent;
    if (shown.number !== turns.children.length - 1) {
      location.reload();
      return;
    }
    if (follows) {
      turn.scrollIntoView({ block: "start" });
    }
    newest.hidden = isAtEnd() || follows;
  }

  async function ask(message) {
    document.getElementById("problem")?.remove();
    const abort = new AbortController();
    current = { message, abort };
    sessionStorage.setItem(UNDER_WAY, JSON.stringify(message));
    setBusy(true);
    show("editing", false);
    replaces = null;
    status.textContent = form.dataset.waiting;
    const removed = message.replaces === null ? [] : [...turns.children].slice(message.replaces);
    removed.forEach((turn) => turn.remove());
    const waiting = pendingTurn(message.text);
    turns.append(waiting);
    text.value = "";
    measure();
    let follows = true;
    makeRoom();
    follow(follows);
    try {
      const shown = await answered(message, abort.signal, (said) => {
        follows = isAtEnd();
        waiting.querySelector(".replied .words").textContent = said;
        follow(follows);
      });
      finish(waiting, shown, follows);
    } catch (failure) {
      waiting.remove();
      putBack(message, removed);
      if (failure instanceof Stopped) {
        status.textContent = form.dataset.stopped;
      } else {
        status.textContent = "";
        showProblem(
          failure instanceof Refused ? failure.message
            : failure instanceof SignInNeeded ? form.dataset.expired
            : form.dataset.failed);
      }
    } finally {
      sessionStorage.removeItem(UNDER_WAY);
      current = null;
      setBusy(false);
      if (!touch) {
        text.focus({ preventScroll: true });
      }
    }
  }

  function say(said) {
    const trimmed = said.trim();
    if (!trimmed || current || [...trimmed].length > longest) {
      return;
    }
    ask({ text: trimmed, conversationId: conversationIds()[0].value, replaces, key: crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now() });
  }

  function submitted(event) {
    event.preventDefault();
    say(event.submitter?.name === "text" ? event.submitter.value : text.value);
  }

  /** Says how much room is left once it gets short. */
  function measure() {
    const left = longest - [...text.value].length;
    count.hidden = left > 200;
    count.classList.toggle("over", left < 0);
    count.textContent = (left < 0 ? form.dataset.over : form.dataset.left).replace("#", Math.abs(left));
    send.disabled = left < 0;
    text.style.height = "auto";
    text.style.height = text.value ? text.scrollHeight + 2 + "px" : "";
  }

  async function copied(button) {
    const words = button.closest(".replied").querySelector(".words").textContent;
    await navigator.clipboard.writeText(words);
    const label = button.textContent;
    button.textContent = button.dataset.done;
    status.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 2000);
  }

  function edit(button) {
    const turn = button.closest(".turn");
    replaces = Number(turn.dataset.number);
    text.value = turn.querySelector(".said .words").textContent;
    show("editing", true);
    measure();
    text.focus();
  }

  /** How much of the page the keyboard covers where the browser lays it over, and how high the line to write in is. */
  function makeRoom() {
    const seen = window.visualViewport;
    const covered = seen && seen.scale === 1 ? Math.max(0, innerHeight - seen.height - seen.offsetTop) : 0;
    document.documentElement.classList.toggle("keyboard", covered > 0);
    const sticks = [document.querySelector(".composer"), form].find((each) => getComputedStyle(each).position === "sticky");
    const composer = sticks?.offsetHeight ?? 0;
    below = covered + composer;
    document.documentElement.style.setProperty("--keyboard", covered + "px");
    document.documentElement.style.setProperty("--composer", composer + "px");
    if (document.activeElement === text && !sticks) {
      text.scrollIntoView({ block: "center" });
    }
  }

  form.addEventListener("submit", submitted);
  document.getElementById("person").addEventListener("submit", submitted);
  document.getElementById("suggestions")?.addEventListener("submit", submitted);
  document.getElementById("cancel").addEventListener("click", () => {
    replaces = null;
    show("editing", false);
    text.value = "";
    measure();
  });

  stop.addEventListener("click", () => {
    if (current) {
      const { message, abort } = current;
      abort.abort();
      fetch(`/api/v1/chat/requests/${encodeURIComponent(message.key)}`, { method: "DELETE", keepalive: true }).catch(() => {});
    }
  });

  newest.addEventListener("click", () => follow(true));
  addEventListener("scroll", () => (newest.hidden = newest.hidden || isAtEnd()), { passive: true });

  turns.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='/?say=']");
    const button = event.target.closest("button[data-does]");
    if (link) {
      event.preventDefault();
      say(new URL(link.href).searchParams.get("say"));
    } else if (button && !current) {
      ({ copy: copied, edit })[button.dataset.does]?.(button);
    }
  });

  text.addEventListener("input", measure);
  text.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
    if (sends && !touch) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  document.getElementById("keys").hidden = touch;
  measure();
  makeRoom();
  new ResizeObserver(makeRoom).observe(form);
  addEventListener("resize", makeRoom);
  for (const moves of ["resize", "scroll"]) {
    window.visualViewport?.addEventListener(moves, makeRoom);
  }

  const left = sessionStorage.getItem(UNDER_WAY);
  if (left) {
    ask({ ...JSON.parse(left) });
  } else if (turns.children.length > 0) {
    turns.lastElementChild.scrollIntoView({ block: "start" });
  }
})();
