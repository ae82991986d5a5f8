package org.feewise.assistant.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; the names in tokens and annotations are the constants of {@link Name}. */
public enum Role {
  /** Sees own bills, plans, receipts and reminders only. */
  CITIZEN("/"),
  /** Sees reports, no person's data. */
  ANALYST("/reports"),
  /** Runs reminders and reconciliation. */
  OPERATOR("/operations"),
  /** Another program. */
  SYSTEM("/q/openapi");

  private final String home;

  Role(String home) {
    this.home = home;
  }

  static Role of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String tokenName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of whoever is signed in; empty for a visitor who is not. */
  public static Optional<Role> of(SecurityIdentity identity) {
    return Arrays.stream(values()).filter(role -> identity.hasRole(role.tokenName())).findFirst();
  }

  /** The page this role starts on. */
  public String home() {
    return home;
  }

  /** The names of the roles as {@code @RolesAllowed} wants them. */
  public static final class Name {
    public static final String CITIZEN = "citizen";
    public static final String ANALYST = "analyst";
    public static final String OPERATOR = "operator";
    public static final String SYSTEM = "system";

    private Name() {}
  }
}
