package org.feewise.assistant.firstrun;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.feewise.assistant.command.Command;
import org.feewise.assistant.command.Companion;
import org.feewise.assistant.embedded.Folders;
import org.jboss.logging.Logger;

/**
 * Makes the demo city, loads it and analyses it, beside the running service.
 *
 * <p>Each step leaves its result whole or not at all, so that a run that was killed anywhere goes
 * on at the next start and ends in the same place.
 */
@ApplicationScoped
class FirstRun implements Companion {
  private static final Logger LOG = Logger.getLogger(FirstRun.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

  private final Milestones milestones;
  private final CityPlan plan;
  private final Jobs jobs;
  private final List<Command> commands;
  private volatile Thread running;

  FirstRun(Milestones milestones, CityPlan plan, Jobs jobs, @All List<Command> commands) {
    this.milestones = milestones;
    this.plan = plan;
    this.jobs = jobs;
    this.commands = commands;
  }

  /** Goes on where the first run stopped; does nothing when it is done. */
  @Override
  public void begin() {
    if (plan.wanted() && jobs.arePossible()) {
      running = Thread.ofPlatform().name("first-run").start(this::run);
    }
  }

  private void run() {
    try {
      if (!milestones.has(Milestone.CITY_LOADED) && !milestones.hasBills()) {
        Progress.tell("city", plan.citizens(), plan.months());
        makeCity();
        Progress.tell("load");
        loadCity();
      }
      if (milestones.has(Milestone.CITY_LOADED) && !milestones.has(Milestone.ANALYSED)) {
        Progress.tell("analyse");
        jobs.run("analyze");
        milestones.reached(Milestone.ANALYSED);
        Progress.tell("done");
      }
      Folders.delete(plan.folder());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("the first run stopped; the next start goes on with it", failure);
        Progress.tell("failed", String.valueOf(failure.getMessage()));
      }
    }
  }

  /** The city appears under its name only when it is whole. */
  private void makeCity() throws IOException, InterruptedException {
    Path city = plan.folder();
    if (Files.exists(city)) {
      return;
    }
    Path draft = city.resolveSibling("city-draft");
    Folders.delete(draft);
    jobs.run(plan.command(draft).toArray(String[]::new));
    Files.move(draft, city, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The room that loads commits the rows together with the milestone. */
  private void loadCity() throws Exception {
    Command load =
        commands.stream()
            .filter(command -> command.name().equals("load-city"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no room loads the city"));
    int status = load.run(List.of(plan.folder().toString()));
    if (status != 0) {
      throw new IOException("feewise load-city ended with " + status);
    }
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP_PATIENCE);
    }
  }
}
