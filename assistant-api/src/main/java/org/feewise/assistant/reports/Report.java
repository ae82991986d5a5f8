package org.feewise.assistant.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One report: rows, what their columns mean, and when they were computed.
 *
 * @param asOf when the analysis computed it, Asia/Shanghai; null before the first analysis
 * @param rows values by name of the column; a share is null where nothing has been decided yet
 * @param notes sentences that a reader must know, in the caller's language
 */
public record Report(
    String name,
    String title,
    String description,
    @JsonInclude(JsonInclude.Include.ALWAYS) OffsetDateTime asOf,
    Filters filters,
    List<ReportColumn> columns,
    List<Map<String, Object>> rows,
    List<String> notes) {

  /**
   * What the report was asked for; null where nothing was.
   *
   * @param from first month, such as 2026-01
   * @param to last month
   */
  public record Filters(String from, String to, String feeType, String district, List<String> by) {
    /** Of a report that takes no filter. */
    public static final Filters NONE = new Filters(null, null, null, null, List.of());
  }

  /** The columns that people read: all but codes, which stand beside their names. */
  public List<ReportColumn> readable() {
    return columns.stream().filter(column -> column.kind() != ReportColumn.Kind.CODE).toList();
  }
}
