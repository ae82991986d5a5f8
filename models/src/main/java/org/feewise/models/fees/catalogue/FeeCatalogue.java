package org.feewise.models.fees.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feewise.models.fees.FeeScope;
import org.feewise.models.fees.FeeType;
import org.feewise.models.words.Bilingual;

/**
 * The rules of the 18 fee types: national ones, and those of regions, which replace them kind by
 * kind for the payers and days they cover. Immutable.
 */
public final class FeeCatalogue {
  private static final String NATIONAL = "fees.yaml";
  private static final FeeCatalogue BUILT_IN = load(List.of());

  private final CatalogueReader.Content national;
  private final Map<String, CatalogueReader.Content> regions;

  private FeeCatalogue(
      CatalogueReader.Content national, Map<String, CatalogueReader.Content> regions) {
    this.national = national;
    this.regions = Map.copyOf(regions);
  }

  /** The catalogue that comes with FeeWise. */
  public static FeeCatalogue builtIn() {
    return BUILT_IN;
  }

  /**
   * The built-in catalogue with the regions of a folder, one {@code *.yaml} file each.
   *
   * @throws CatalogueRefused when a file is not a catalogue, contradicts itself, has a gap, or has
   *     a rule without a law; the message has file, line and reason
   */
  public static FeeCatalogue withRegionsFrom(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return load(files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("fee catalogue folder " + folder, e);
    }
  }

  private static FeeCatalogue load(List<Path> regionFiles) {
    try (Reader yaml =
        new InputStreamReader(
            FeeCatalogue.class.getResourceAsStream(NATIONAL), StandardCharsets.UTF_8)) {
      return load(NATIONAL, yaml, regionFiles);
    } catch (IOException e) {
      throw new UncheckedIOException("fee catalogue", e);
    }
  }

  static FeeCatalogue load(String file, Reader yaml, List<Path> regionFiles) throws IOException {
    CatalogueReader reader = new CatalogueReader();
    Optional<CatalogueReader.Content> national = reader.read(file, yaml, Optional.empty());
    national.ifPresent(content -> reader.reasons().addAll(CatalogueChecks.national(file, content)));
    Map<String, CatalogueReader.Content> regions = new HashMap<>();
    for (Path regionFile : regionFiles) {
      readRegion(reader, regionFile, national.map(CatalogueReader.Content::since), regions);
    }
    if (!reader.reasons().isEmpty() || national.isEmpty()) {
      throw new CatalogueRefused(reader.reasons());
    }
    return new FeeCatalogue(national.get(), regions);
  }

  private static void readRegion(
      CatalogueReader reader,
      Path file,
      Optional<LocalDate> since,
      Map<String, CatalogueReader.Content> regions)
      throws IOException {
    String name = file.getFileName().toString();
    try (Reader yaml = Files.newBufferedReader(file)) {
      reader
          .read(name, yaml, Optional.of(since.orElse(LocalDate.EPOCH)))
          .ifPresent(
              content -> {
                reader.reasons().addAll(CatalogueChecks.regional(content));
                if (regions.put(content.region().orElseThrow(), content) != null) {
                  reader
                      .reasons()
                      .add(
                          new CatalogueRefused.Reason(
                              new SourceLine(name, 1),
                              "region " + content.region().get() + " has two files"));
                }
              });
    }
  }

  /** First day the catalogue speaks about. */
  public LocalDate since() {
    return national.since();
  }

  /** The fee's name, such as 水费. */
  public Bilingual title(FeeType feeType) {
    return national.fees().get(feeType).title().orElseThrow();
  }

  /** Who collects the fee, such as the tax authority or the water company. */
  public Bilingual collector(FeeType feeType) {
    return national.fees().get(feeType).collector().orElseThrow();
  }

  /** The regions with rules of their own: code and name. */
  public SortedMap<String, Bilingual> regions() {
    SortedMap<String, Bilingual> names = new TreeMap<>();
    regions.forEach((code, content) -> names.put(code, content.regionTitle().orElseThrow()));
    return names;
  }

  /**
   * The rules of one kind that hold for a bill on a day; the region's own replace the national ones
   * of that kind.
   *
   * @param kind such as {@code FeeRule.Relief.class}
   */
  public <R extends FeeRule> List<R> rules(Class<R> kind, FeeScope scope, LocalDate day) {
    List<R> regional = regional(kind, scope).filter(holding(scope, day)).toList();
    return regional.isEmpty()
        ? nationalRules(kind, scope).filter(holding(scope, day)).toList()
        : regional;
  }

  /** Every article that a rule of a fee rests on, national and of the regions, each once. */
  public Set<LawArticle> laws() {
    return Stream.concat(Stream.of(national), regions.values().stream())
        .flatMap(content -> content.fees().values().stream())
        .flatMap(entry -> entry.byKind().values().stream())
        .flatMap(List::stream)
        .flatMap(FeeCatalogue::laws)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<LawArticle> laws(FeeRule rule) {
    Stream<LawArticle> own = rule.ground().laws().stream();
    return rule instanceof FeeRule.Surcharge surcharge
        ? Stream.concat(own, surcharge.whenEnforced().stream().flatMap(cap -> cap.laws().stream()))
        : own;
  }

  /** What the payer of a bill may ask for on a day; the collector alone when nothing is known. */
  public PayerRights rights(FeeScope scope, LocalDate day) {
    return new PayerRights(
        collector(scope.feeType()),
        rules(FeeRule.Relief.class, scope, day),
        rules(FeeRule.Respite.class, scope, day));
  }

  /**
   * The surcharge rule of a bill on a late day.
   *
   * @throws IllegalArgumentException when the day is before {@link #since()}
   */
  public FeeRule.Surcharge surcharge(FeeScope scope, LocalDate day) {
    return only(FeeRule.Surcharge.class, scope, day);
  }

  /** What is not charged for a late day; empty where every late day costs what the rule says. */
  public Optional<FeeRule.Waiver> waiver(FeeScope scope, LocalDate day) {
    return rules(FeeRule.Waiver.class, scope, day).stream().findFirst();
  }

  /**
   * The rule that says when a bill is due.
   *
   * @throws IllegalArgumentException when the day is before {@link #since()}
   */
  public FeeRule.Deadline deadline(FeeScope scope, LocalDate day) {
    return only(FeeRule.Deadline.class, scope, day);
  }

  /** First day after the given one on which another surcharge rule or waiver may hold. */
  public Optional<LocalDate> nextChange(FeeScope scope, LocalDate day) {
    return Stream.of(FeeRule.Surcharge.class, FeeRule.Waiver.class)
        .flatMap(kind -> Stream.concat(regional(kind, scope), nationalRules(kind, scope)))
        .map(FeeRule::ground)
        .filter(ground -> ground.payers().contains(scope.payer()))
        .flatMap(
            ground ->
                Stream.concat(
                    Stream.of(ground.from()), ground.to().map(d -> d.plusDays(1)).stream()))
        .filter(change -> change.isAfter(day))
        .min(LocalDate::compareTo);
  }

  /** Costs and limits of the payment methods in force on a day; the region's own come first. */
  public List<MethodTerms> methods(FeeScope scope, LocalDate day) {
    Optional<CatalogueReader.Content> region = scope.region().map(regions::get);
    List<MethodTerms> own =
        region.map(CatalogueReader.Content::methods).orElse(List.of()).stream()
            .filter(terms -> terms.ground().holds(scope.payer(), day))
            .toList();
    return Stream.concat(
            own.stream(),
            national.methods().stream()
                .filter(terms -> terms.ground().holds(scope.payer(), day))
                .filter(terms -> own.stream().noneMatch(o -> o.method() == terms.method())))
        .sorted(Comparator.comparing(MethodTerms::method))
        .toList();
  }

  private <R extends FeeRule> R only(Class<R> kind, FeeScope scope, LocalDate day) {
    return rules(kind, scope, day).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    day + " is before " + since() + ", when the fee catalogue begins"));
  }

  private <R extends FeeRule> Stream<R> regional(Class<R> kind, FeeScope scope) {
    return scope
        .region()
        .map(regions::get)
        .map(content -> content.fees().get(scope.feeType()))
        .stream()
        .flatMap(entry -> entry.rules(kind).stream());
  }

  private <R extends FeeRule> Stream<R> nationalRules(Class<R> kind, FeeScope scope) {
    return national.fees().get(scope.feeType()).rules(kind).stream();
  }

  private static <R extends FeeRule> Predicate<R> holding(FeeScope scope, LocalDate day) {
    return rule -> rule.ground().holds(scope.payer(), day);
  }
}
