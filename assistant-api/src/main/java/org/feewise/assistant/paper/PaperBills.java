package org.feewise.assistant.paper;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.feewise.assistant.bills.BillLedger;
import org.feewise.assistant.bills.SurchargeView;
import org.feewise.assistant.chat.conversation.MessageRate;
import org.feewise.assistant.paper.notice.Notice;
import org.feewise.assistant.paper.notice.NoticeReader;
import org.feewise.assistant.paper.sheet.UnreadableFileException;
import org.feewise.assistant.problems.Problem;
import org.feewise.models.fees.Surcharges;
import org.feewise.models.fees.catalogue.FeeCatalogue;
import org.feewise.models.words.Words;

/** Reads a paper for a citizen, finds their bill it is about, and explains it. Keeps nothing. */
@ApplicationScoped
class PaperBills {
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;
  private static final int UNREADABLE = 422;

  private final ReaderDesk desk;
  private final BillLedger ledger;
  private final FeeCatalogue catalogue;
  private final MessageRate rate;
  private final long mostMegabytes;

  PaperBills(
      ReaderDesk desk,
      BillLedger ledger,
      Surcharges surcharges,
      Clock clock,
      @ConfigProperty(name = "feewise.paper.papers-per-minute") int allowed,
      @ConfigProperty(name = "feewise.paper.largest-file") MemorySize most) {
    this.desk = desk;
    this.ledger = ledger;
    this.catalogue = surcharges.catalogue();
    this.rate = new MessageRate(clock, allowed);
    this.mostMegabytes = most.asLongValue() / (1_024 * 1_024);
  }

  /** The size of the largest file that is read. */
  long mostMegabytes() {
    return mostMegabytes;
  }

  /**
   * @throws Problem when the upload is no bill that can be read, or comes too soon
   */
  PaperReply read(String citizenId, Upload upload, Locale locale) {
    Optional<Duration> wait = rate.count(citizenId);
    if (wait.isPresent()) {
      throw new Problem(
              PaperBills.class, 429, "too-many-papers", Long.toString(wait.get().toSeconds() + 1))
          .at("file")
          .retryAfter(wait.get());
    }
    Notice notice = notice(file(upload));
    if (notice.isEmpty()) {
      throw at(UNREADABLE, "no-bill-seen");
    }
    Explanation explanation =
        new Explanation(notice, catalogue, Words.of(PaperBills.class, "paper", locale));
    return new OwnBills(ledger, citizenId)
        .match(notice)
        .map(match -> explanation.of(match, surcharge(citizenId, match, locale)))
        .orElseGet(explanation::ofNone);
  }

  private byte[] file(Upload upload) {
    return switch (upload) {
      case Upload.File file when file.bytes().length <= mostMegabytes * 1_024 * 1_024 ->
          file.bytes();
      case Upload.File file -> throw tooLarge();
      case Upload.TooLarge body -> throw tooLarge();
      case Upload.Missing body -> throw at(BAD_REQUEST, "file-missing");
      case Upload.NotMultipart body -> throw at(UNSUPPORTED, "no-multipart");
      case Upload.Busy body -> throw at(503, "reader-busy").retryAfter(Duration.ofSeconds(10));
    };
  }

  private Problem tooLarge() {
    return at(TOO_LARGE, "file-too-large", Long.toString(mostMegabytes));
  }

  private Notice notice(byte[] file) {
    try {
      return NoticeReader.read(desk.read(file));
    } catch (UnreadableFileException e) {
      throw switch (e.reason()) {
        case EMPTY -> at(BAD_REQUEST, "file-empty");
        case GIF -> at(UNSUPPORTED, "file-gif");
        case HEIC -> at(UNSUPPORTED, "file-heic");
        case VIDEO -> at(UNSUPPORTED, "file-video");
        case OTHER_KIND -> at(UNSUPPORTED, "file-other-kind");
        case BROKEN_PICTURE -> at(UNREADABLE, "file-broken-picture");
        case TOO_MANY_PIXELS -> at(UNREADABLE, "file-too-many-pixels");
        case BROKEN_PDF -> at(UNREADABLE, "file-broken-pdf");
        case ENCRYPTED_PDF -> at(UNREADABLE, "file-encrypted-pdf");
      };
    }
  }

  private static Problem at(int status, String name, Object... arguments) {
    return new Problem(PaperBills.class, status, name, arguments).at("file");
  }

  private SurchargeView surcharge(String citizenId, Match match, Locale locale) {
    return ledger.surcharge(citizenId, match.bill().billNo(), ledger.today(), locale).orElseThrow();
  }
}
