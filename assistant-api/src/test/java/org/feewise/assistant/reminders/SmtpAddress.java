package org.feewise.assistant.reminders;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Tells the service of every test where its mail server is; a test that wants one to be there
 * starts it. The port is kept in a system property, because test classes are loaded more than once.
 */
public final class SmtpAddress implements QuarkusTestResourceLifecycleManager {
  private static final String HOST = "127.0.0.1";
  private static final String PORT = "feewise.test.smtp-port";

  @Override
  public Map<String, String> start() {
    synchronized (System.getProperties()) {
      System.getProperties().computeIfAbsent(PORT, key -> freePort());
      return Map.of("FEEWISE_SMTP_HOST", HOST, "FEEWISE_SMTP_PORT", System.getProperty(PORT));
    }
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A real mail server at that address, not started yet. */
  static GreenMail server() {
    return new GreenMail(
        new ServerSetup(Integer.getInteger(PORT), HOST, ServerSetup.PROTOCOL_SMTP));
  }

  @Override
  public void stop() {}
}
