package org.feewise.analytics.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.feewise.models.evaluation.Evaluation;
import org.feewise.models.plans.bench.PlanBench;
import org.feewise.models.plans.bench.PlanGrowth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the cheapest plan is found, beside a general solver. */
@Command(name = "plans", resourceBundle = Main.WORDS, mixinStandardHelpOptions = true)
final class BenchPlansCommand implements Callable<Integer> {
  @Option(names = "--problems", defaultValue = "30", paramLabel = "N")
  private int problems;

  @Option(names = "--bills", defaultValue = "6", paramLabel = "N")
  private int bills;

  @Option(names = "--dates", defaultValue = "6", paramLabel = "N")
  private int dates;

  @Option(names = "--methods", defaultValue = "3", paramLabel = "N")
  private int methods;

  @Option(names = "--seed", defaultValue = "7", paramLabel = "N")
  private long seed;

  @Option(names = "--limit", defaultValue = "10", paramLabel = "SECONDS")
  private int limit;

  @Option(names = "--growth", paramLabel = "SVG")
  private Path growth;

  @Override
  public Integer call() throws IOException {
    if (growth != null) {
      return grow();
    }
    PlanBench.Request request =
        new PlanBench.Request(problems, bills, dates, methods, seed, Duration.ofSeconds(limit));
    new Evaluation(System.out, System.err).print(PlanBench.run(request, System.err::println));
    return 0;
  }

  private int grow() throws IOException {
    List<PlanGrowth.Step> steps =
        PlanGrowth.measure(
            problems, dates, methods, seed, Duration.ofSeconds(limit), System.err::println);
    GrowthChart.write(steps, growth);
    new Evaluation(System.out, System.err).print(PlanGrowth.metrics(steps));
    return 0;
  }
}
