package org.feewise.assistant.chat.reply;

import java.util.concurrent.CompletableFuture;

/** A citizen's wish to have a reply no longer, which ends the work on it wherever that is. */
public final class Stop {
  private final CompletableFuture<Void> pulled = new CompletableFuture<>();

  public void pull() {
    pulled.complete(null);
  }

  public boolean isPulled() {
    return pulled.isDone();
  }

  /** Does something as soon as it is pulled; at once where it was. */
  void then(Runnable end) {
    pulled.thenRun(end);
  }
}
