package org.feewise.models.fees.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.feewise.models.fees.FeeType;
import org.feewise.models.words.Bilingual;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads catalogue files and collects every reason to refuse them. */
final class CatalogueReader {

  /** What one file says. */
  record Content(
      LocalDate since,
      Optional<String> region,
      Optional<Bilingual> regionTitle,
      Map<FeeType, FeeEntry> fees,
      List<MethodTerms> methods) {}

  /** Fees share phrases and rules by alias; a file with more is taken for a bomb. */
  private static final int MOST_ALIASES = 500;

  private final List<CatalogueRefused.Reason> reasons = new ArrayList<>();
  private final Map<String, RuleReader.LawText> laws = new HashMap<>();

  /** Reasons found so far; a catalogue is good when there are none in the end. */
  List<CatalogueRefused.Reason> reasons() {
    return reasons;
  }

  /**
   * Reads a file; laws of files read before may be cited.
   *
   * @param since the day the catalogue begins, for a region's file; empty for the national one,
   *     which names it
   */
  Optional<Content> read(String file, Reader yaml, Optional<LocalDate> since) throws IOException {
    try {
      CatalogueEntry top = new CatalogueEntry(file, compose(file, yaml));
      top.allowOnly("since", "region", "title", "laws", "fees", "methods");
      readLaws(top);
      LocalDate begin = since.orElseGet(() -> top.date("since"));
      RuleReader rules = new RuleReader(laws, begin);
      return Optional.of(
          new Content(
              begin,
              since.isPresent() ? Optional.of(top.text("region")) : Optional.empty(),
              since.isPresent() ? Optional.of(top.bilingual("title")) : Optional.empty(),
              fees(top, rules),
              each(top.entries("methods"), rules::method)));
    } catch (CatalogueRefused e) {
      reasons.addAll(e.reasons());
      return Optional.empty();
    }
  }

  private static Node compose(String file, Reader yaml) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(MOST_ALIASES);
      Node node = new Yaml(options).compose(yaml);
      if (node == null) {
        throw refused(new SourceLine(file, 1), "is empty");
      }
      return node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw refused(new SourceLine(file, line), "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      boolean text = !(e.getCause() instanceof CharacterCodingException);
      throw refused(
          new SourceLine(file, 1), text ? "is not YAML: " + e.getMessage() : "is not UTF-8 text");
    }
  }

  private static CatalogueRefused refused(SourceLine where, String why) {
    return new CatalogueRefused(List.of(new CatalogueRefused.Reason(where, why)));
  }

  private void readLaws(CatalogueEntry top) {
    top.optionalEntry("laws")
        .ifPresent(
            texts -> {
              for (String key : texts.keys()) {
                CatalogueEntry text = texts.entry(key);
                text.allowOnly("zh", "en", "url");
                laws.put(
                    key,
                    new RuleReader.LawText(
                        new Bilingual(text.text("zh"), text.text("en")),
                        text.optionalAddress("url")));
              }
            });
  }

  private Map<FeeType, FeeEntry> fees(CatalogueEntry top, RuleReader rules) {
    Map<FeeType, FeeEntry> fees = new EnumMap<>(FeeType.class);
    CatalogueEntry section = top.entry("fees");
    for (String key : section.keys()) {
      CatalogueEntry entry = section.entry(key);
      feeType(key)
          .ifPresentOrElse(
              type -> fees.put(type, fee(type, entry, rules)),
              () -> complain(entry.refuse("\"" + key + "\" is not a fee type")));
    }
    return fees;
  }

  private static Optional<FeeType> feeType(String key) {
    for (FeeType type : FeeType.values()) {
      if (type.name().equals(key)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private FeeEntry fee(FeeType type, CatalogueEntry entry, RuleReader rules) {
    entry.allowOnly(
        "title",
        "collector",
        "deadline",
        "surcharge",
        "waiver",
        "relief",
        "respite",
        "earlyPayment");
    Map<Class<? extends FeeRule>, List<? extends FeeRule>> byKind = new LinkedHashMap<>();
    byKind.put(FeeRule.Deadline.class, each(entry.entries("deadline"), rules::deadline));
    byKind.put(FeeRule.Surcharge.class, each(entry.entries("surcharge"), rules::surcharge));
    byKind.put(FeeRule.Waiver.class, each(entry.entries("waiver"), rules::waiver));
    byKind.put(FeeRule.Relief.class, each(entry.entries("relief"), rules::relief));
    byKind.put(FeeRule.Respite.class, each(entry.entries("respite"), rules::respite));
    byKind.put(
        FeeRule.EarlyPayment.class, each(entry.entries("earlyPayment"), rules::earlyPayment));
    return new FeeEntry(
        type,
        entry.optionalBilingual("title"),
        entry.optionalBilingual("collector"),
        byKind,
        entry.line());
  }

  /** Reads every entry, so that one bad rule does not hide the next. */
  private <T> List<T> each(List<CatalogueEntry> entries, Function<CatalogueEntry, T> reading) {
    List<T> read = new ArrayList<>();
    for (CatalogueEntry entry : entries) {
      try {
        read.add(reading.apply(entry));
      } catch (CatalogueRefused e) {
        complain(e);
      } catch (IllegalArgumentException e) {
        complain(entry.refuse(e.getMessage()));
      }
    }
    return read;
  }

  private void complain(CatalogueRefused refusal) {
    reasons.addAll(refusal.reasons());
  }
}
