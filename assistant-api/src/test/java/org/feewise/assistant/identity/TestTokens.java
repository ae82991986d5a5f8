package org.feewise.assistant.identity;

import io.smallrye.jwt.build.Jwt;

/** Tokens for tests that need a caller but not the way to sign in. */
public final class TestTokens {
  private TestTokens() {}

  /** A token of the citizen with this id. */
  public static String citizen(String citizenId) {
    return Jwt.upn("test-" + citizenId)
        .groups(Role.Name.CITIZEN)
        .claim(SignedInCitizen.CLAIM, citizenId)
        .sign();
  }

  /** A token of somebody who is no citizen, such as {@link Role.Name#ANALYST}. */
  public static String of(String role) {
    return Jwt.upn("test-" + role).groups(role).sign();
  }
}
