package org.feewise.assistant.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A port on the loopback address that keeps its number from run to run while nobody else takes it.
 */
public final class FreePort {
  private FreePort() {}

  /**
   * The port written in the file when it is free, else any free one, which is then written there.
   */
  static int remembered(Path file) throws IOException {
    int port = Files.exists(file) ? parse(Files.readString(file)) : 0;
    if (port == 0 || !isFree(port)) {
      port = any();
      Files.writeString(file, Integer.toString(port));
    }
    return port;
  }

  /** Whether nobody listens on this port of any local address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }

  private static int parse(String text) {
    String number = text.strip();
    return number.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(number) : 0;
  }
}
