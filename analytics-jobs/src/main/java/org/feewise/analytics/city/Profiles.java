package org.feewise.analytics.city;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feewise.analytics.city.Population.AgeBand;
import org.feewise.analytics.city.Population.District;
import org.feewise.analytics.city.Population.IncomeBand;
import org.feewise.analytics.city.Profile.Spell;
import org.feewise.models.fees.PayerKind;
import org.feewise.models.money.PaymentMethod;
import org.feewise.models.reminders.ReminderChannel;

/** Draws each citizen from the population, or tells the life of a demo person. */
final class Profiles {
  private static final long PERSON = 1;
  private static final long YEAR = 2;

  private final CityPlan plan;
  private final Population population;
  private final Map<District, Double> districts;
  private final Map<AgeBand, Double> ageBands;
  private final Map<IncomeBand, Double> incomeBands;

  Profiles(CityPlan plan, Population population) {
    this.plan = plan;
    this.population = population;
    this.districts = Population.shares(population.districts(), District::share);
    this.ageBands = Population.shares(population.ageBands(), AgeBand::share);
    this.incomeBands = Population.shares(population.incomeBands(), IncomeBand::share);
  }

  Profile of(int number) {
    return Persona.of(number).map(told -> told(number, told)).orElseGet(() -> drawn(number));
  }

  private Profile drawn(int number) {
    Dice dice = Dice.of(plan.seed(), PERSON, number);
    PayerKind kind = dice.oneOf(population.payerKinds());
    District district = dice.oneOf(districts);
    AgeBand ageBand = dice.oneOf(ageBands);
    IncomeBand incomeBand = dice.oneOf(incomeBands);
    int incomeDay = dice.oneOf(population.incomeDays());
    boolean disabled = dice.happens(population.disabledShare());
    PaymentMethod method = dice.oneOf(ageBand.methods());
    boolean autoPay = method != PaymentMethod.COUNTER && dice.happens(ageBand.autoPay());
    double forgetfulness = dice.normal();
    Set<Trait> traits = traits(kind, dice);
    Set<ReminderChannel> respondsTo = respondsTo(ageBand, dice);
    String name = Register.name(number, kind, dice);
    Citizen citizen =
        citizen(number, name, "zh-CN", kind, district, ageBand, incomeBand, disabled, incomeDay);
    return new Profile(
        number,
        citizen,
        district,
        ageBand,
        incomeBand,
        traits,
        forgetfulness,
        autoPay,
        method,
        respondsTo,
        anniversary(number),
        hardships(number, incomeBand),
        moves(number));
  }

  private Profile told(int number, Persona told) {
    District district = Population.named(told.district(), population.districts(), District::name);
    AgeBand ageBand = Population.named(told.ageBand(), population.ageBands(), AgeBand::name);
    IncomeBand incomeBand =
        Population.named(told.incomeBand(), population.incomeBands(), IncomeBand::name);
    Citizen citizen =
        citizen(
            number,
            told.name(),
            told.locale(),
            told.payerKind(),
            district,
            ageBand,
            incomeBand,
            told.disabled(),
            told.incomeDay());
    List<Spell> hardships =
        told.hardshipSince() == null
            ? List.of()
            : List.of(new Spell(plan.until().minusDays(told.hardshipSince()), plan.until()));
    List<LocalDate> moves =
        told.movedAgo() == null ? List.of() : List.of(plan.until().minusDays(told.movedAgo()));
    return new Profile(
        number,
        citizen,
        district,
        ageBand,
        incomeBand,
        told.traits(),
        told.forgetfulness(),
        told.autoPay(),
        told.method(),
        told.respondsTo(),
        anniversary(number),
        hardships,
        moves);
  }

  private Citizen citizen(
      int number,
      String name,
      String locale,
      PayerKind kind,
      District district,
      AgeBand ageBand,
      IncomeBand incomeBand,
      boolean disabled,
      int incomeDay) {
    Dice dice = Dice.of(plan.seed(), PERSON, number, 1);
    int bornIn = dice.between(ageBand.born().getFirst(), ageBand.born().getLast());
    LocalDate born = Year.of(bornIn).atDay(dice.between(1, 365));
    return new Citizen(
        Register.citizenId(number),
        name,
        Register.nationalId(number, born),
        Register.phone(number),
        Register.email(number),
        Register.address(population.city(), district.name(), dice),
        locale,
        kind,
        district.name(),
        population.city(),
        ageBand.name(),
        incomeBand.name(),
        disabled,
        incomeDay);
  }

  private Set<Trait> traits(PayerKind kind, Dice dice) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    population
        .traits()
        .forEach(
            (trait, shares) -> {
              if (dice.happens(shares.get(kind))) {
                traits.add(trait);
              }
            });
    return traits;
  }

  private static Set<ReminderChannel> respondsTo(AgeBand ageBand, Dice dice) {
    return ageBand.respondsTo().entrySet().stream()
        .filter(share -> dice.happens(share.getValue()))
        .map(Map.Entry::getKey)
        .collect(toCollection(() -> EnumSet.noneOf(ReminderChannel.class)));
  }

  private int anniversary(int number) {
    return Dice.of(plan.seed(), PERSON, number, 2).between(1, 12);
  }

  /** Hardships that touch the history; a year's chance is the same wherever the history ends. */
  private List<Spell> hardships(int number, IncomeBand band) {
    List<Spell> spells = new ArrayList<>();
    List<Integer> months = population.behaviour().hardshipMonths();
    for (int year = plan.since().getYear() - 1; year <= plan.until().getYear(); year++) {
      Dice dice = Dice.of(plan.seed(), YEAR, number, year);
      YearMonth begins = YearMonth.of(year, dice.between(1, 12));
      int lasts = dice.between(months.getFirst(), months.getLast());
      if (dice.happens(band.hardshipPerYear())) {
        spells.add(new Spell(begins.atDay(1), begins.plusMonths(lasts - 1L).atEndOfMonth()));
      }
    }
    return spells;
  }

  private List<LocalDate> moves(int number) {
    List<LocalDate> moves = new ArrayList<>();
    for (int year = plan.since().getYear() - 1; year <= plan.until().getYear(); year++) {
      Dice dice = Dice.of(plan.seed(), YEAR, number, year, 1);
      LocalDate day = Year.of(year).atDay(dice.between(1, 365));
      if (dice.happens(population.behaviour().movedPerYear())) {
        moves.add(day);
      }
    }
    return moves;
  }
}
