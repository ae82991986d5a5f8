package org.feewise.analytics.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends this process when the one that started it is gone, so that no job outlives its service. */
final class ParentWatch {
  private static final int ABANDONED = 3;

  private ParentWatch() {}

  /** Waits, in the background, for the end of the stream the parent holds open. */
  static void start(InputStream heldByParent) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAtEndOf(heldByParent));
  }

  private static void exitAtEndOf(InputStream stream) {
    try {
      stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // a broken pipe says the same as a closed one
    }
    System.exit(ABANDONED);
  }
}
