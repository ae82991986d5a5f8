package org.feewise.assistant.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.feewise.assistant.SpokenNumbers;
import org.feewise.assistant.identity.PersonalCipher;
import org.feewise.assistant.problems.Problem;
import org.feewise.assistant.reminders.ListPage;

/** Opens cases, lists them and keeps their answers; what was said is encrypted at rest. */
@ApplicationScoped
public class Cases {
  /** Characters of an answer. */
  public static final int LONGEST_ANSWER = 2000;

  private final CaseRows rows;
  private final PersonalCipher cipher;
  private final ObjectMapper json;
  private final Clock clock;

  Cases(CaseRows rows, PersonalCipher cipher, ObjectMapper json, Clock clock) {
    this.rows = rows;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Opens a case.
   *
   * @return its number
   */
  @Transactional
  public String open(String citizenId, CaseKind kind, CaseDetails details) {
    CaseRow row = new CaseRow();
    row.caseId = SpokenNumbers.next(LocalDate.ofInstant(clock.instant(), clock.getZone()));
    row.citizenId = citizenId;
    row.kind = kind;
    row.openedAt = clock.instant();
    row.details = cipher.encrypt(write(details), citizenId);
    rows.persist(row);
    return row.caseId;
  }

  /** A page of the citizen's cases, the latest first. */
  @Transactional
  public ListPage<ServiceCase> of(String citizenId, int page) {
    return page(rows.of(citizenId, page), page);
  }

  /** A page of all that wait for an answer, the longest waiting first. */
  @Transactional
  public ListPage<ServiceCase> open(int page) {
    return page(rows.open(page), page);
  }

  /**
   * Answers a case and closes it.
   *
   * @throws Problem 400 for an answer that is blank or too long, 404 for a case there is not, 409
   *     for one that was answered already
   */
  @Transactional
  public ServiceCase close(String caseId, String answer) {
    String said = answer == null ? "" : answer.strip();
    if (said.isEmpty() || said.length() > LONGEST_ANSWER) {
      throw new Problem(Cases.class, 400, "answer-wrong", Integer.toString(LONGEST_ANSWER))
          .at("answer");
    }
    CaseRow row =
        rows.locked(caseId)
            .orElseThrow(() -> new Problem(Cases.class, 404, "no-such-case").at("caseId"));
    if (row.closedAt != null) {
      throw new Problem(Cases.class, 409, "case-closed", caseId).at("caseId");
    }
    row.answer = cipher.encrypt(said, row.citizenId);
    row.closedAt = clock.instant();
    return read(row);
  }

  private ListPage<ServiceCase> page(List<CaseRow> found, int page) {
    ListPage<CaseRow> rowsOfPage = ListPage.of(found, page);
    return new ListPage<>(rowsOfPage.items().stream().map(this::read).toList(), rowsOfPage.next());
  }

  private ServiceCase read(CaseRow row) {
    try {
      return new ServiceCase(
          row.caseId,
          row.citizenId,
          row.kind,
          row.openedAt,
          json.readValue(cipher.decrypt(row.details, row.citizenId), CaseDetails.class),
          cipher.decrypt(row.answer, row.citizenId),
          row.closedAt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept case cannot be read", e);
    }
  }

  private String write(CaseDetails details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a case cannot be written as JSON", e);
    }
  }
}
