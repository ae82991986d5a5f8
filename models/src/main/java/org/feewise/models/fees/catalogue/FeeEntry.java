package org.feewise.models.fees.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feewise.models.fees.FeeType;
import org.feewise.models.words.Bilingual;

/** What one catalogue file says about a fee type. */
record FeeEntry(
    FeeType type,
    Optional<Bilingual> title,
    Optional<Bilingual> collector,
    Map<Class<? extends FeeRule>, List<? extends FeeRule>> byKind,
    SourceLine line) {
  FeeEntry {
    byKind = Map.copyOf(byKind);
  }

  <R extends FeeRule> List<R> rules(Class<R> kind) {
    return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
  }
}
