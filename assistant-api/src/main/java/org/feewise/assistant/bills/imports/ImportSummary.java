package org.feewise.assistant.bills.imports;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.feewise.models.words.Words;

/** Tells a person what became of an import. */
record ImportSummary(Path file, Path rejects, String source, Words words) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  String of(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.Imported imported -> imported(imported);
      case ImportOutcome.AlreadyImported earlier ->
          line(
              "already",
              file,
              MINUTE.format(earlier.finishedAt()),
              earlier.importId(),
              earlier.bills(),
              earlier.rejected());
    };
  }

  private String imported(ImportOutcome.Imported imported) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "done",
            file,
            imported.rowsRead(),
            imported.bills(),
            imported.payers(),
            imported.settled(),
            imported.bills() - imported.settled(),
            imported.rejected()));
    text.append(line("done.id", imported.importId(), source));
    imported.firstRejects().forEach(reject -> text.append(reject(reject)));
    long more = imported.rejected() - imported.firstRejects().size();
    if (more > 0) {
      text.append(line("done.more", more));
    }
    if (imported.rejected() > 0) {
      text.append(
          imported
              .rejectsFile()
              .map(written -> line("done.file", written))
              .orElseGet(() -> line("done.no-file", rejects, imported.importId())));
    }
    return text.toString();
  }

  private String reject(ImportOutcome.Reject reject) {
    String field = reject.field() == null ? words.say("done.whole-row") : reject.field();
    return line("done.reject", reject.line(), field, reject.reason());
  }

  private String line(String key, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = values[i].toString();
    }
    return words.say(key, texts) + System.lineSeparator();
  }
}
