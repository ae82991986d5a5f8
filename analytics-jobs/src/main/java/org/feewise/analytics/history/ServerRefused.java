package org.feewise.analytics.history;

/** A server that a job cannot do without cannot be used; nothing was read or written. */
public final class ServerRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Server server;
  private final String address;

  /** What a job needs beside Spark. */
  public enum Server {
    DATABASE,
    KAFKA
  }

  /**
   * Says which server refused.
   *
   * @param address without any password
   */
  public ServerRefused(Server server, String address, Throwable cause) {
    super(reason(cause), cause);
    this.server = server;
    this.address = address;
  }

  public Server server() {
    return server;
  }

  public String address() {
    return address;
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElseThrow();
  }
}
