package org.feewise.assistant.reminders;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while it is open, with messages and stack traces as the operator sees them. */
public final class LogLines extends Handler implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Formatter format = new PatternFormatter("%c %s%e");
  private final Logger logger;

  private LogLines(Logger logger) {
    this.logger = logger;
    setLevel(Level.ALL);
  }

  /** Opens on a category and those below it; the empty name is everything. */
  public static LogLines of(String category) {
    LogLines log = new LogLines(Logger.getLogger(category));
    log.logger.addHandler(log);
    return log;
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(format.format(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
