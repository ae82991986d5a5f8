package org.feewise.assistant.bills.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The citizen id of a payer in a file: always the same for the same source and payer, and telling
 * nothing of a payer whose key is a name or a national id.
 */
final class PayerId {
  private static final int BYTES = 12;

  private PayerId() {}

  static String of(String source, String payer) {
    byte[] hash = sha256().digest((source + "\0" + payer).getBytes(UTF_8));
    return "P" + HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
