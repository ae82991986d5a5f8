package org.feewise.assistant.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.problems.Problem;

/** Exchanges an account's password for a token; does not exist where an OIDC issuer does this. */
@ApplicationScoped
class SignIn {
  /** Compared against when there is no such account, so that both answers take as long. */
  private static final String NOBODY = BcryptUtil.bcryptHash("nobody");

  private final AccountRepository accounts;
  private final SignInAttempts attempts;
  private final Clock clock;
  private final Optional<String> oidcIssuer;
  private final Duration lifetime;

  SignIn(
      AccountRepository accounts,
      SignInAttempts attempts,
      Clock clock,
      @ConfigProperty(name = "feewise.identity.oidc-issuer") Optional<String> oidcIssuer,
      @ConfigProperty(name = "feewise.identity.token-lifetime") Duration lifetime) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.clock = clock;
    this.oidcIssuer = oidcIssuer;
    this.lifetime = lifetime;
  }

  /**
   * @param address network address of the caller
   * @throws Problem 401 when account or password is wrong, 429 after too many failures
   * @throws NotFoundException when an OIDC issuer is configured
   */
  @Transactional
  SignedIn with(Credentials credentials, String address) {
    requireLocal();
    String who = credentials.account() + " " + address;
    attempts.closedFor(who).ifPresent(this::refuse);
    Account account = accounts.findById(credentials.account());
    String hash = account == null ? NOBODY : account.passwordHash;
    if (!BcryptUtil.matches(credentials.password(), hash) || account == null) {
      attempts.failed(who);
      throw new Problem(SignIn.class, 401, "wrong-credentials");
    }
    attempts.succeeded(who);
    return signedIn(account);
  }

  /** Whether accounts and passwords are kept here. */
  boolean isLocal() {
    return oidcIssuer.isEmpty();
  }

  void requireLocal() {
    if (!isLocal()) {
      throw new NotFoundException();
    }
  }

  private void refuse(Duration wait) {
    throw new Problem(SignIn.class, 429, "too-many-attempts", Long.toString(wait.toSeconds() + 1))
        .retryAfter(wait);
  }

  private SignedIn signedIn(Account account) {
    Instant expiry = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    JwtClaimsBuilder claims =
        Jwt.upn(account.account)
            .groups(account.role)
            .expiresAt(expiry)
            .claim("name", account.displayName);
    if (account.citizenId != null) {
      claims.claim(SignedInCitizen.CLAIM, account.citizenId);
    }
    return new SignedIn(
        claims.sign(),
        account.role,
        account.displayName,
        OffsetDateTime.ofInstant(expiry, clock.getZone()));
  }
}
