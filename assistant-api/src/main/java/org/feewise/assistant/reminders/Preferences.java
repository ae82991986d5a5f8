package org.feewise.assistant.reminders;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import org.feewise.models.reminders.ReminderPreferences;

/** How each citizen wants to be reminded. */
@ApplicationScoped
public class Preferences implements PanacheRepositoryBase<PreferenceRow, String> {

  /** What the citizen chose, or the usual. */
  @Transactional
  public ReminderPreferences of(String citizenId) {
    return findByIdOptional(citizenId)
        .map(PreferenceRow::toPreferences)
        .orElse(ReminderPreferences.USUAL);
  }

  Map<String, ReminderPreferences> of(Collection<String> citizenIds) {
    return list("citizenId in ?1", citizenIds).stream()
        .collect(toMap(row -> row.citizenId, PreferenceRow::toPreferences));
  }

  /** Keeps what the citizen chose in place of what they chose before. */
  @Transactional
  public void choose(String citizenId, ReminderPreferences preferences) {
    PreferenceRow row =
        findByIdOptional(citizenId)
            .orElseGet(
                () -> {
                  PreferenceRow fresh = new PreferenceRow();
                  fresh.citizenId = citizenId;
                  return fresh;
                });
    row.set(preferences);
    persist(row);
  }
}
