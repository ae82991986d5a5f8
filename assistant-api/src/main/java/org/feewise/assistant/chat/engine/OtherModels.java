package org.feewise.assistant.chat.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.feewise.assistant.chat.reply.OutsideModel;

/** Makes models that no setting names, to measure the assistant with them. */
public final class OtherModels {
  private OtherModels() {}

  private record Chosen(
      String provider,
      Optional<String> url,
      Optional<String> name,
      Optional<String> key,
      Duration patience,
      Duration rest)
      implements ModelSettings {}

  /** A model at an address that speaks OpenAI's protocol. */
  public static OutsideModel at(URI url, Duration patience, Duration rest) {
    return ModelChoice.of(
            new Chosen(
                "openai",
                Optional.of(url.toString()),
                Optional.of("other"),
                Optional.empty(),
                patience,
                rest))
        .orElseThrow();
  }
}
