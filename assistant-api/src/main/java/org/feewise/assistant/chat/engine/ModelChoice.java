package org.feewise.assistant.chat.engine;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feewise.assistant.chat.reply.Line;
import org.feewise.assistant.chat.reply.OutsideModel;
import org.feewise.models.words.Words;

/** Makes the language model that the settings name. */
final class ModelChoice {
  private static final String NO_KEY = "none";

  private ModelChoice() {}

  /** A protocol that a service of models may speak. */
  private enum Provider {
    OPENAI {
      @Override
      StreamingChatModel model(ModelSettings settings, String name, HttpClientBuilder http) {
        return OpenAiStreamingChatModel.builder()
            .baseUrl(settings.url().orElseThrow().strip())
            .apiKey(settings.key().orElse(NO_KEY))
            .modelName(name)
            .temperature(0.0)
            .timeout(settings.patience())
            .httpClientBuilder(http)
            .build();
      }
    },
    OLLAMA {
      @Override
      StreamingChatModel model(ModelSettings settings, String name, HttpClientBuilder http) {
        return OllamaStreamingChatModel.builder()
            .baseUrl(settings.url().orElseThrow().strip())
            .modelName(name)
            .temperature(0.0)
            .timeout(settings.patience())
            .httpClientBuilder(http)
            .build();
      }
    };

    abstract StreamingChatModel model(ModelSettings settings, String name, HttpClientBuilder http);

    static Provider of(String name) {
      return Arrays.stream(values())
          .filter(provider -> provider.wireName().equals(name.strip().toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> refused("provider", name, names()));
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static String names() {
      return Arrays.stream(values()).map(Provider::wireName).collect(Collectors.joining(", "));
    }
  }

  /**
   * The model; none where no address is set.
   *
   * @throws IllegalArgumentException in one sentence that names the key of a setting that cannot be
   *     used
   */
  static Optional<OutsideModel> of(ModelSettings settings) {
    Provider provider = Provider.of(settings.provider());
    if (settings.patience().isNegative() || settings.patience().isZero()) {
      throw refused("patience", settings.patience());
    }
    if (settings.url().isEmpty()) {
      return Optional.empty();
    }
    check(settings.url().get());
    String name =
        settings.name().filter(n -> !n.isBlank()).orElseThrow(() -> refused("name")).strip();
    ShortCalls calls = ShortCalls.of(settings.patience());
    provider.model(settings, name, calls.builder());
    return Optional.of(
        new OutsideModel(
            () -> line(provider, settings, name, calls.afresh()),
            settings.patience(),
            settings.rest()));
  }

  private static Line line(
      Provider provider, ModelSettings settings, String name, ShortCalls calls) {
    return new Line(provider.model(settings, name, calls.builder()), calls::hangUp);
  }

  private static void check(String url) {
    try {
      URI uri = URI.create(url.strip());
      boolean spoken = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (spoken && uri.getHost() != null && uri.getUserInfo() == null) {
        return;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw refused("url", url);
    }
    throw refused("url", url);
  }

  private static IllegalArgumentException refused(String setting, Object... named) {
    return new IllegalArgumentException(
        Words.of(ModelChoice.class, "settings", Locale.getDefault()).say(setting, named));
  }
}
