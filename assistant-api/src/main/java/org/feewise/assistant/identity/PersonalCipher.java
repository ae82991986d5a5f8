package org.feewise.assistant.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts personal data at rest with AES-256-GCM (Tink AEAD). The citizen's id is bound to each
 * value, so that a value copied to another citizen's row cannot be read.
 */
public final class PersonalCipher {
  private static final int SHOWN_AT_END = 2;

  private final Aead aead;

  private PersonalCipher(Aead aead) {
    this.aead = aead;
  }

  /**
   * A cipher over a Tink JSON keyset: the primary key encrypts, every key in it decrypts.
   *
   * @throws IllegalArgumentException when the text is not such a keyset
   */
  public static PersonalCipher of(String keyset) {
    try {
      AeadConfig.register();
      return new PersonalCipher(
          TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key of personal data is not a Tink AEAD keyset", e);
    }
  }

  /** A new keyset with one random key. */
  public static String newKeyset() {
    try {
      AeadConfig.register();
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-256-GCM", e);
    }
  }

  /** The value as it may be stored; null stays null. */
  public byte[] encrypt(String value, String citizenId) {
    if (value == null) {
      return null;
    }
    try {
      return aead.encrypt(bytes(value), bytes(citizenId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a personal value could not be encrypted", e);
    }
  }

  /**
   * The value as it was; null stays null.
   *
   * @throws IllegalArgumentException when it was altered, belongs to another citizen or was
   *     encrypted with a key that is no longer in the keyset
   */
  public String decrypt(byte[] stored, String citizenId) {
    if (stored == null) {
      return null;
    }
    try {
      return new String(aead.decrypt(stored, bytes(citizenId)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "a personal value of citizen " + citizenId + " cannot be read with this key", e);
    }
  }

  /**
   * A value as a log may show it: its last two characters, and nothing of a value shorter than six.
   */
  public static String mask(String value) {
    if (value == null) {
      return null;
    }
    int shown = value.length() < 3 * SHOWN_AT_END ? 0 : SHOWN_AT_END;
    return "***" + value.substring(value.length() - shown);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
