package org.feewise.models.fees.catalogue;

import java.util.List;
import java.util.Objects;
import org.feewise.models.fees.catalogue.FeeRule.Relief;
import org.feewise.models.fees.catalogue.FeeRule.Respite;
import org.feewise.models.words.Bilingual;

/**
 * What a payer who cannot pay a bill may ask for, each with its law, who decides, how to apply and
 * on which form.
 *
 * @param collector whom to talk to
 * @param reliefs ways to owe less
 * @param respites ways to pay later or in parts
 */
public record PayerRights(Bilingual collector, List<Relief> reliefs, List<Respite> respites) {
  public PayerRights {
    Objects.requireNonNull(collector, "collector");
    reliefs = List.copyOf(reliefs);
    respites = List.copyOf(respites);
  }

  /** Ways to pay later. */
  public List<Respite> deferrals() {
    return of(Respite.Kind.DEFERRAL);
  }

  /** Ways to pay in parts. */
  public List<Respite> instalments() {
    return of(Respite.Kind.INSTALMENTS);
  }

  private List<Respite> of(Respite.Kind kind) {
    return respites.stream().filter(respite -> respite.kind() == kind).toList();
  }
}
