package org.feewise.assistant.reports;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Answers that a browser saves as a file. */
final class ReportFiles {
  private ReportFiles() {}

  static Response csv(Report report) {
    return file(report, ReportCsv.of(report), ReportCsv.MEDIA_TYPE + ";charset=UTF-8", ".csv");
  }

  static Response spreadsheet(Report report, Locale locale) {
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
