package org.feewise.models.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores the product on a case file: predictions to a file, complaints to one stream, and one line
 * of JSON with the metrics to the other.
 */
public final class Evaluation {
  /** Exit status of a file that was scored. */
  public static final int SCORED = 0;

  /** Exit status of a file that could not be read, or whose predictions could not be written. */
  public static final int UNREADABLE = 2;

  private final PrintStream metricsTo;
  private final PrintStream complaintsTo;

  public Evaluation(PrintStream metricsTo, PrintStream complaintsTo) {
    this.metricsTo = metricsTo;
    this.complaintsTo = complaintsTo;
  }

  /**
   * Scores every line of a JSON Lines file. A line that cannot be scored is reported with its
   * number, counted in {@code rejected}, and does not stop the run; blank lines are passed over.
   *
   * @param out where one line a prediction goes, if anywhere
   * @return the exit status, {@link #SCORED} or {@link #UNREADABLE}
   */
  public int run(Path cases, Optional<Path> out, Scoring<?> scoring) {
    try (InputStream in = Files.newInputStream(cases)) {
      if (out.isEmpty()) {
        finish(scoring, scoreLines(in, scoring, prediction -> {}));
        return SCORED;
      }
      try (PredictionFile predictions = PredictionFile.open(out.get())) {
        long rejected = scoreLines(in, scoring, predictions::write);
        predictions.complete();
        finish(scoring, rejected);
        return SCORED;
      }
    } catch (NoSuchFileException e) {
      complaintsTo.println(e.getFile() + ": there is no such file");
    } catch (IOException e) {
      complaintsTo.println(cases + ": could not be scored: " + e.getMessage());
    }
    return UNREADABLE;
  }

  /** Prints the closing line: the metrics as one JSON object. */
  public void print(Map<String, Object> metrics) {
    metricsTo.println(EvaluationJson.line(metrics));
    metricsTo.flush();
  }

  private void finish(Scoring<?> scoring, long rejected) {
    Map<String, Object> metrics = new LinkedHashMap<>(scoring.metrics());
    metrics.put("rejected", rejected);
    print(metrics);
  }

  private long scoreLines(InputStream in, Scoring<?> scoring, Sink sink) throws IOException {
    long rejected = 0;
    Utf8Lines lines = new Utf8Lines(in);
    while (lines.advance()) {
      Optional<String> complaint = scoreLine(lines, scoring, sink);
      if (complaint.isPresent()) {
        rejected++;
        complaintsTo.println("line " + lines.number() + ": " + complaint.get());
      }
    }
    return rejected;
  }

  private static <C> Optional<String> scoreLine(Utf8Lines lines, Scoring<C> scoring, Sink sink)
      throws IOException {
    List<?> predictions;
    try {
      String text = lines.text();
      if (text.isBlank()) {
        return Optional.empty();
      }
      C scored = scoring.read(CaseFields.of(EvaluationJson.MAPPER.readTree(text)));
      predictions = scoring.score(scored);
    } catch (JsonProcessingException e) {
      return Optional.of("not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (MalformedCase e) {
      return Optional.of(e.getMessage());
    } catch (RuntimeException e) {
      return Optional.of("the product failed on this case: " + e);
    }
    for (Object prediction : predictions) {
      sink.write(prediction);
    }
    return Optional.empty();
  }

  private interface Sink {
    void write(Object prediction) throws IOException;
  }
}
