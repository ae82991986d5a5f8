package org.feewise.assistant.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts, by name. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, String> {}
