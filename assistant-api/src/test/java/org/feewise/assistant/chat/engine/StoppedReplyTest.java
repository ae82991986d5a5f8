package org.feewise.assistant.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.feewise.assistant.chat.dialogue.Topic;
import org.feewise.assistant.chat.evaluation.hostile.Household;
import org.feewise.assistant.chat.evaluation.hostile.ModelStandIn;
import org.feewise.assistant.chat.evaluation.hostile.Script;
import org.feewise.assistant.chat.reply.Answer;
import org.feewise.assistant.chat.reply.Assistant;
import org.feewise.assistant.chat.reply.Listener;
import org.feewise.assistant.chat.reply.Question;
import org.feewise.assistant.chat.reply.Stop;
import org.feewise.assistant.chat.reply.StoppedException;
import org.feewise.models.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reply that is stopped ends the model's call, long before the model's time is over. */
@QuarkusTest
class StoppedReplyTest {
  private static final String CITIZEN = "C0000009";
  private static final String LONGER_THAN_ANY_TEST = "PT10M";
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject DataSource database;
  @Inject Talks talks;

  private ModelStandIn model;
  private Household household;
  private final Stop stop = new Stop();

  @BeforeEach
  void begin() throws IOException, SQLException {
    model = new ModelStandIn();
    household = new Household(database, CITIZEN, talks.ledger, Words.CHINESE);
    household.moveOut();
    household.moveIn();
  }

  @AfterEach
  void end() throws SQLException {
    model.close();
    household.moveOut();
  }

  private CompletableFuture<Answer> asked(Assistant assistant, Stop ended) {
    Question question =
        new Question(CITIZEN, "我一共欠多少钱", Words.CHINESE, Topic.NONE, List.of(), talks.ledger);
    return CompletableFuture.supplyAsync(
        () -> assistant.answer(question, Listener.NONE, ended),
        task -> Thread.ofVirtual().start(task));
  }

  private static void assertStopped(CompletableFuture<Answer> asked) {
    assertThatThrownBy(() -> asked.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StoppedException.class);
  }

  @Test
  void aModelThatHasSaidNothingYetIsHungUpOn() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/v1");
      CompletableFuture<Answer> asked = asked(talks.assistant(url, LONGER_THAN_ANY_TEST), stop);
      try (Socket call = silent.accept()) {
        call.setSoTimeout(Math.toIntExact(SOON.toMillis()));
        assertThat(call.getInputStream().read()).isEqualTo('P');
        stop.pull();
        assertStopped(asked);
        call.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  @Test
  void aModelInTheMiddleOfItsWordsIsHungUpOn() {
    model.willNeverEnd();
    CompletableFuture<Answer> asked =
        asked(talks.assistant(model.url(), LONGER_THAN_ANY_TEST), stop);
    await().atMost(SOON).until(() -> model.underWay() == 1);
    stop.pull();
    assertStopped(asked);
    await().atMost(SOON).until(() -> model.underWay() == 0);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void whatIsStoppedBeforeItBeginsIsNotAsked() {
    stop.pull();
    assertStopped(asked(talks.assistant(model.url(), LONGER_THAN_ANY_TEST), stop));
    await().atMost(SOON).until(() -> model.underWay() == 0);
  }

  @Test
  void aStopIsNotHeldAgainstTheModel() {
    Assistant assistant = talks.assistant(model.url(), LONGER_THAN_ANY_TEST);
    for (int stopped = 1; stopped <= 5; stopped++) {
      model.willNeverEnd();
      Stop each = new Stop();
      CompletableFuture<Answer> asked = asked(assistant, each);
      int calls = stopped;
      await().atMost(SOON).until(() -> model.requests().size() == calls);
      each.pull();
      assertStopped(asked);
    }
    Script.honest(Script.Origin.TUNED).getFirst().play(model, household);
    assertThat(asked(assistant, new Stop()).join().author()).isEqualTo(Answer.Author.MODEL);
  }
}
