package org.feewise.assistant.command;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.identity.DemoAccounts;
import org.feewise.assistant.identity.DemoPassword;
import org.feewise.models.words.Words;

/** The service once it is up: says where, begins what goes on beside it and waits for the end. */
public class Serving implements QuarkusApplication {
  private static final double MILLIS = 1000.0;

  private final List<Companion> companions;
  private final DemoAccounts accounts;
  private final DemoPassword password;
  private final int port;
  private final Path data;

  Serving(
      @All List<Companion> companions,
      DemoAccounts accounts,
      DemoPassword password,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "feewise.data") Path data) {
    this.companions = companions;
    this.accounts = accounts;
    this.password = password;
    this.port = port;
    this.data = data;
  }

  @Override
  public int run(String... arguments) throws IOException {
    welcome();
    companions.forEach(Companion::begin);
    Quarkus.waitForExit();
    return 0;
  }

  private void welcome() throws IOException {
    Words words = Terminal.words();
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS;
    String address = "http://localhost:" + port + "/";
    System.out.println(words.say("ready", address, String.format(Locale.ROOT, "%.1f", seconds)));
    System.out.println(words.say("data", data.toString()));
    if (accounts.exist()) {
      System.out.println(words.say("accounts", String.join(" ", accounts.names())));
      System.out.println(words.say("password", password.value()));
    }
    System.out.flush();
  }
}
