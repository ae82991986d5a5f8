package org.feewise.assistant.chat.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages the intent head learns from. Of each language a file of lines for each intent, and
 * one of messages that follow on another: {@code intent before | intent | message}.
 */
record Utterances(Language language, List<Utterance> all) {

  /**
   * One message and what it wants.
   *
   * @param before what the message before it wanted; empty of one that stands alone
   */
  record Utterance(String text, Intent intent, Optional<Intent> before) {}

  static Utterances of(Language language) {
    List<Utterance> all = new ArrayList<>();
    for (Intent intent : Intent.values()) {
      lines(language, intent.wireName())
          .forEach(text -> all.add(new Utterance(text, intent, Optional.empty())));
    }
    lines(language, "following").map(Utterances::following).forEach(all::add);
    return new Utterances(language, List.copyOf(all));
  }

  /** The same with messages that stand alone after them. */
  Utterances and(Map<Intent, List<String>> more) {
    List<Utterance> both = new ArrayList<>(all);
    more.forEach(
        (intent, texts) ->
            texts.forEach(text -> both.add(new Utterance(text, intent, Optional.empty()))));
    return new Utterances(language, List.copyOf(both));
  }

  private static Utterance following(String line) {
    String[] parts = line.split(" \\| ", 3);
    return new Utterance(parts[2], Intent.named(parts[1]), Optional.of(Intent.named(parts[0])));
  }

  private static Stream<String> lines(Language language, String name) {
    String file = "utterances/" + language.code() + "/" + name + ".txt";
    try (InputStream stream = Utterances.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .distinct()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("utterances in " + file + " cannot be read", e);
    }
  }

  /** A fingerprint of the messages and of how they are turned into features. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(("features " + Features.VERSION + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(Cues.of(language).description().getBytes(StandardCharsets.UTF_8));
      for (Utterance utterance : all) {
        digest.update((utterance + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
