package org.feewise.assistant.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.feewise.assistant.identity.TokenKeys;

/**
 * Gives every {@code @QuarkusTest} real servers on a fresh data folder, one set for the whole test
 * JVM: the addresses are kept in system properties, because test classes are loaded more than once.
 */
public final class EmbeddedServersResource implements QuarkusTestResourceLifecycleManager {
  /** Password of the demo accounts in tests. */
  public static final String DEMO_PASSWORD = "test-password";

  private static final String SHARED = "feewise.test.shared.";

  @Override
  public Map<String, String> start() {
    synchronized (System.getProperties()) {
      if (shared().isEmpty()) {
        startOnce();
      }
      return shared();
    }
  }

  private static void startOnce() {
    try {
      Path folder = Files.createTempDirectory("feewise-test");
      EmbeddedServers servers = EmbeddedServers.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers, folder)));
      servers.addresses().quarkusProperties().forEach(EmbeddedServersResource::share);
      TokenKeys.configuration(folder).forEach(EmbeddedServersResource::share);
      share("feewise.data", folder.toString());
      share("feewise.identity.demo-password", DEMO_PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException("the servers of the tests did not start", e);
    }
  }

  private static void share(String name, String value) {
    System.setProperty(SHARED + name, value);
  }

  private static Map<String, String> shared() {
    Map<String, String> properties = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(SHARED)) {
        properties.put(name.substring(SHARED.length()), System.getProperty(name));
      }
    }
    return properties;
  }

  private static void stop(EmbeddedServers servers, Path folder) {
    servers.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the test data in " + folder + " remains", e);
    }
  }

  /** Nothing: the servers serve the next profile too and stop with the JVM. */
  @Override
  public void stop() {}
}
