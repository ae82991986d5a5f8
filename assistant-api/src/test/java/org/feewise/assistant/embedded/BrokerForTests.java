package org.feewise.assistant.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A real broker of a test's own, which can go away and come back at the same address. */
public final class BrokerForTests implements AutoCloseable {
  private final Path home;
  private EmbeddedBroker broker;

  public BrokerForTests(Path home) throws IOException {
    this.home = home;
    comeBack();
  }

  public void comeBack() throws IOException {
    broker = EmbeddedBroker.start(home);
  }

  public void goAway() {
    broker.close();
    broker = null;
  }

  public String bootstrap() {
    return broker.bootstrap();
  }

  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
  }
}
