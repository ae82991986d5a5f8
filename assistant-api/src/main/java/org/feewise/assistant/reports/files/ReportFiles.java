package org.feewise.assistant.reports.files;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.feewise.assistant.reports.Report;

/** Answers that a browser saves as a file. */
public final class ReportFiles {
  /** Media type of CSV. */
  public static final String CSV = ReportCsv.MEDIA_TYPE;

  /** Media type of a spreadsheet (.xlsx). */
  public static final String SPREADSHEET = ReportSpreadsheet.MEDIA_TYPE;

  private ReportFiles() {}

  /** Columns by their names, for programs. */
  public static Response csv(Report report) {
    return file(report, ReportCsv.of(report), ReportCsv.MEDIA_TYPE + ";charset=UTF-8", ".csv");
  }

  /** Columns by their titles in one language, for people. */
  public static Response spreadsheet(Report report, Locale locale) {
    return file(
        report, ReportSpreadsheet.of(report, locale), ReportSpreadsheet.MEDIA_TYPE, ".xlsx");
  }

  private static Response file(Report report, byte[] content, String type, String ending) {
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + report.name() + ending + "\"")
        .build();
  }
}
