package org.feewise.assistant.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.models.words.Words;

/**
 * The accounts of the embedded default: nine citizens of the demo city, an analyst and an operator.
 * The citizens' rows are made before their city is, so that signing in works from the first minute.
 */
@ApplicationScoped
public class DemoAccounts {
  /** Citizens of the city's numbers 1 to 9 have accounts {@code citizen1} to {@code citizen9}. */
  public static final int CITIZENS = 9;

  private static final int EARLY = 100;

  private final AccountRepository accounts;
  private final SignIn signIn;
  private final DemoPassword password;
  private final boolean wanted;

  DemoAccounts(
      AccountRepository accounts,
      SignIn signIn,
      DemoPassword password,
      @ConfigProperty(name = "feewise.identity.demo-accounts") boolean wanted) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.password = password;
    this.wanted = wanted;
  }

  /** The id that the demo city gives the citizen of that number. */
  public static String citizenId(int number) {
    return String.format(Locale.ROOT, "C%07d", number);
  }

  /** Whether these accounts exist here: not where an OIDC issuer signs people in. */
  public boolean exist() {
    return wanted && signIn.isLocal();
  }

  /** Names of the accounts, in the order to show them. */
  public List<String> names() {
    List<String> names =
        new ArrayList<>(IntStream.rangeClosed(1, CITIZENS).mapToObj(n -> "citizen" + n).toList());
    names.add(Role.ANALYST.tokenName());
    names.add(Role.OPERATOR.tokenName());
    return names;
  }

  @Transactional
  void ensure(@Observes @Priority(EARLY) StartupEvent started) throws IOException {
    if (!exist()) {
      return;
    }
    String hash = currentHash();
    Words words = Words.of(DemoAccounts.class, "demo", Words.CHINESE);
    for (int number = 1; number <= CITIZENS; number++) {
      ensureCitizen(citizenId(number));
      String name = words.say("citizen", Integer.toString(number));
      ensure("citizen" + number, Role.CITIZEN, citizenId(number), name, hash);
    }
    ensure("analyst", Role.ANALYST, null, words.say("analyst"), hash);
    ensure("operator", Role.OPERATOR, null, words.say("operator"), hash);
  }

  /** The stored hash while it fits the password, so that a start does not rewrite every account. */
  private String currentHash() throws IOException {
    Account analyst = accounts.findById("analyst");
    return analyst != null && BcryptUtil.matches(password.value(), analyst.passwordHash)
        ? analyst.passwordHash
        : BcryptUtil.bcryptHash(password.value());
  }

  private void ensureCitizen(String citizenId) {
    accounts
        .getEntityManager()
        .createNativeQuery(
            "insert into citizen (citizen_id, source) values (?1, 'demo') on conflict do nothing")
        .setParameter(1, citizenId)
        .executeUpdate();
  }

  private void ensure(String name, Role role, String citizenId, String displayName, String hash) {
    Account account = accounts.findById(name);
    boolean missing = account == null;
    if (missing) {
      account = new Account();
      account.account = name;
    }
    account.role = role.tokenName();
    account.citizenId = citizenId;
    account.displayName = displayName;
    account.passwordHash = hash;
    if (missing) {
      accounts.persist(account);
    }
  }
}
