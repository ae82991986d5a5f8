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

/** The messages the intent head learns from: a file of lines for each language and intent. */
record Utterances(Language language, List<Utterance> all) {

  /** One message and what it wants. */
  record Utterance(String text, Intent intent) {}

  static Utterances of(Language language) {
    List<Utterance> all = new ArrayList<>();
    for (Intent intent : Intent.values()) {
      lines(language, intent).forEach(text -> all.add(new Utterance(text, intent)));
    }
    return new Utterances(language, List.copyOf(all));
  }

  private static List<String> lines(Language language, Intent intent) {
    String file = "utterances/" + language.code() + "/" + intent.wireName() + ".txt";
    try (InputStream stream = Utterances.class.getResourceAsStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .distinct()
          .toList();
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
      digest.update(Variants.of(language).toString().getBytes(StandardCharsets.UTF_8));
      for (Utterance utterance : all) {
        digest.update(
            (utterance.intent() + "\t" + utterance.text() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
