package org.feewise.assistant.reminders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feewise.models.risk.RiskReason;

/** The reasons that are kept with the newest score of a bill. */
@ApplicationScoped
public class KeptReasons {
  private final EntityManager entities;
  private final ObjectMapper json;

  KeptReasons(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /**
   * Why bills of a citizen are reminded of earlier than asked for, by bill number; a bill of low
   * risk is not, and is left out.
   */
  @Transactional
  Map<String, List<RiskReason>> ofRaised(String citizenId, Collection<String> billNos) {
    if (billNos.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked") // a native query of several columns gives arrays
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select bill_no, cast(reasons as text)
                from risk_score
                where citizen_id = ?1 and bill_no = any(?2) and band <> 'LOW'
                """)
            .setParameter(1, citizenId)
            .setParameter(2, billNos.toArray(String[]::new))
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> read((String) row[1])));
  }

  /**
   * Reads the reasons as the table of scores keeps them.
   *
   * @throws IllegalStateException when they are no reasons
   */
  public List<RiskReason> read(String text) {
    try {
      return List.of(json.readValue(text, RiskReason[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps reasons that are not reasons", e);
    }
  }
}
