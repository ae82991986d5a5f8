package org.feewise.assistant.paper;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.paper.ocr.Deadline;
import org.feewise.assistant.paper.ocr.PictureReader;
import org.feewise.assistant.paper.ocr.ReadingTooLongException;
import org.feewise.assistant.paper.ocr.TextLine;
import org.feewise.assistant.paper.sheet.Sheet;
import org.feewise.assistant.paper.sheet.Sheets;
import org.feewise.assistant.paper.sheet.UnreadableFileException;
import org.feewise.assistant.problems.Problem;
import org.jboss.logging.Logger;

/**
 * Reads papers one at a time, each within a time: reading takes all cores and tens of megabytes.
 * The models are loaded for the first paper.
 */
@ApplicationScoped
class ReaderDesk {
  private static final Logger LOG = Logger.getLogger(ReaderDesk.class);

  /** The second side of paper begins far below the first. */
  private static final double NEXT_SIDE = 100_000;

  private final Semaphore turn = new Semaphore(1, true);
  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("paper-reader").daemon().factory());
  private final Duration patience;
  private final Duration longest;
  private PictureReader reader;

  ReaderDesk(
      @ConfigProperty(name = "feewise.paper.patience") Duration patience,
      @ConfigProperty(name = "feewise.paper.longest-reading") Duration longest) {
    this.patience = patience;
    this.longest = longest;
  }

  /**
   * The lines on a paper.
   *
   * @throws UnreadableFileException when the file is none that can be read
   * @throws Problem when others are being read, or this one takes too long
   */
  List<TextLine> read(byte[] file) throws UnreadableFileException {
    try {
      if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Problem(ReaderDesk.class, 503, "reader-busy").at("file").retryAfter(patience);
      }
      return await(reading.submit(() -> inTurn(file)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(ReaderDesk.class, 503, "reader-busy").at("file").retryAfter(patience);
    }
  }

  private List<TextLine> inTurn(byte[] file) throws UnreadableFileException {
    try {
      return lines(file, Deadline.in(longest));
    } finally {
      turn.release();
    }
  }

  private List<TextLine> await(Future<List<TextLine>> lines)
      throws InterruptedException, UnreadableFileException {
    try {
      return lines.get(longest.toMillis() + 1_000, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warnf("a paper is still being read after %s; others wait for it", longest);
      lines.cancel(true);
      throw tooLong();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case UnreadableFileException unreadable -> throw unreadable;
        case ReadingTooLongException late -> throw tooLong();
        default -> throw new IllegalStateException("the paper could not be read", e.getCause());
      }
    }
  }

  private static Problem tooLong() {
    return new Problem(ReaderDesk.class, 422, "reading-too-long").at("file");
  }

  private List<TextLine> lines(byte[] file, Deadline deadline) throws UnreadableFileException {
    List<TextLine> lines = new ArrayList<>();
    double down = 0;
    for (Sheet sheet : Sheets.open(file)) {
      deadline.check();
      for (TextLine line : lines(sheet, deadline)) {
        lines.add(line.lowered(down));
      }
      down += NEXT_SIDE;
    }
    return lines;
  }

  private List<TextLine> lines(Sheet sheet, Deadline deadline) {
    return switch (sheet) {
      case Sheet.Text text -> text.lines();
      case Sheet.Picture picture -> reader().read(picture.image(), deadline);
    };
  }

  /** Only the reading thread comes here. */
  private PictureReader reader() {
    if (reader == null) {
      reader = new PictureReader();
    }
    return reader;
  }

  @PreDestroy
  void close() {
    reading.shutdownNow();
  }
}
