package org.feewise.assistant.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.feewise.assistant.embedded.Secret;

/**
 * The key that signs this installation's tokens: kept owner-only in the data folder. Delete the
 * file to rotate it; whoever is signed in then signs in again.
 */
public final class TokenKeys {
  private static final int BITS = 2048;

  private TokenKeys() {}

  /** The configuration by which tokens are signed and verified with the folder's key. */
  public static Map<String, String> configuration(Path data) throws IOException {
    Path file = data.resolve("keys").resolve("token-signing.pkcs8");
    String privateKey = new Secret(file, TokenKeys::generate).value();
    return Map.of(
        "smallrye.jwt.sign.key",
        pem("PRIVATE KEY", privateKey),
        "mp.jwt.verify.publickey",
        pem("PUBLIC KEY", encode(publicKeyOf(privateKey, file).getEncoded())));
  }

  private static String generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return encode(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  private static PublicKey publicKeyOf(String privateKey, Path file) throws IOException {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      byte[] encoded = Base64.getDecoder().decode(privateKey.strip());
      var key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " is not a key; delete it and a new one is made", e);
    }
  }

  private static String pem(String kind, String base64) {
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
