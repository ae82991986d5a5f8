// Sends messages without leaving the page and shows replies as they come; the page works without it.
(() => {
  "use strict";

  const form = document.getElementById("ask");
  const text = document.getElementById("text");
  const turns = document.getElementById("turns");
  const status = document.getElementById("status");
  const conversation = form.elements.conversationId;
  const touch = matchMedia("(pointer: coarse)").matches;
  let waiting = false;

  const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  const minute = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });

  class SignInNeeded extends Error {}

  /** A refusal whose sentence the citizen may read. */
  class Refused extends Error {}

  function setWaiting(now) {
    waiting = now;
    for (const button of document.querySelectorAll("#ask button, #suggestions button")) {
      button.disabled = now;
    }
  }

  function addTurn(said) {
    const turn = copy("turn");
    turn.querySelector(".said .words").textContent = said;
    turn.querySelector(".replied").setAttribute("aria-busy", "true");
    turns.append(turn);
    turn.scrollIntoView({ block: "start" });
    return turn;
  }

  function addToken(turn, token) {
    turn.querySelector(".replied .words").textContent += token;
  }

  function citationItem(citation) {
    const item = copy("citation");
    const [title, article] = item.querySelectorAll("span");
    const link = item.querySelector("a");
    title.textContent = citation.title;
    article.textContent = citation.article;
    if (/^https?:\/\//.test(citation.url ?? "")) {
      link.href = citation.url;
    } else {
      link.remove();
    }
    return item;
  }

  function actionLink(action) {
    const link = copy("action");
    link.textContent = action.label;
    link.href = action.href;
    return link;
  }

  function finish(turn, reply) {
    turn.querySelector(".replied .words").textContent = reply.reply;
    const citations = turn.querySelector(".citations");
    citations.querySelector("ul").append(...reply.citations.map(citationItem));
    citations.hidden = reply.citations.length === 0;
    const actions = turn.querySelector(".actions");
    actions.append(...reply.actions.filter((action) => action.href.startsWith("/")).map(actionLink));
    actions.hidden = reply.actions.length === 0;
    const now = new Date();
    const time = turn.querySelector("time");
    time.dateTime = now.toISOString();
    time.textContent = minute.format(now);
    turn.querySelector(".replied").removeAttribute("aria-busy");
    status.textContent = reply.reply;
    conversation.value = reply.conversationId;
    history.replaceState(null, "", `/?conversation=${encodeURIComponent(reply.conversationId)}`);
    document.getElementById("suggestions")?.remove();
  }

  function showProblem(sentence) {
    let problem = document.getElementById("problem");
    if (!problem) {
      problem = document.createElement("p");
      problem.id = "problem";
      form.before(problem);
    }
    problem.removeAttribute("role");
    problem.textContent = sentence;
    problem.setAttribute("role", "alert");
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

  async function request(said) {
    const response = await fetch("/api/v1/chat", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Accept": "text/event-stream",
        "Accept-Language": document.documentElement.lang,
      },
      body: JSON.stringify({ text: said, conversationId: conversation.value || null }),
    });
    if (response.status === 401) {
      throw new SignInNeeded();
    }
    if (!response.ok) {
      throw new Refused((await response.json()).detail);
    }
    return response.body;
  }

  async function ask(said) {
    document.getElementById("problem")?.remove();
    status.textContent = form.dataset.waiting;
    setWaiting(true);
    const turn = addTurn(said);
    let replied = false;
    try {
      for await (const event of eventsOf(await request(said))) {
        if (event.name === "token") {
          addToken(turn, event.data.text);
        } else if (event.name === "reply") {
          finish(turn, event.data);
          replied = true;
        } else if (event.name === "problem") {
          throw new Refused(event.data.detail);
        }
      }
      if (!replied) {
        throw new Error("the stream ended before the reply");
      }
      text.value = "";
      turn.scrollIntoView({ block: "start" });
    } catch (failure) {
      turn.remove();
      text.value = said;
      status.textContent = "";
      showProblem(
        failure instanceof Refused ? failure.message
          : failure instanceof SignInNeeded ? form.dataset.expired
          : form.dataset.failed);
    } finally {
      setWaiting(false);
      if (!touch) {
        text.focus({ preventScroll: true });
      }
    }
  }

  function submitted(event) {
    event.preventDefault();
    const said = (event.submitter?.name === "text" ? event.submitter.value : text.value).trim();
    if (said && !waiting) {
      ask(said);
    }
  }

  form.addEventListener("submit", submitted);
  document.getElementById("suggestions")?.addEventListener("submit", submitted);

  turns.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='/?say=']");
    if (link) {
      event.preventDefault();
      if (!waiting) {
        ask(new URL(link.href).searchParams.get("say"));
      }
    }
  });

  text.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
    if (sends) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  document.getElementById("keys").hidden = touch;
  document.getElementById("latest")?.scrollIntoView({ block: "start" });
})();
