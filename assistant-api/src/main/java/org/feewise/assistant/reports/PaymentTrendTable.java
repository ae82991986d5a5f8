package org.feewise.assistant.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.feewise.models.fees.FeeType;
import org.feewise.models.money.Money;

/**
 * The report table {@code report.payment_trend}, summed up by the database.
 *
 * <p>It is read through a screen (decision 0070): a group of bills of one fee type, month and
 * district that is smaller than {@link #SMALLEST_GROUP} is counted among the other districts, and
 * so is the next smallest where that alone would tell it.
 */
@ApplicationScoped
class PaymentTrendTable {
  /** The fewest bills that a row of a single district may stand for. */
  static final int SMALLEST_GROUP = 5;

  private static final String SCREENED =
      """
      with sized as (
        select t.*,
               sum(bills) over (partition by fee_type, month order by bills, district
                 rows between unbounded preceding and 1 preceding) as smaller_bills
        from report.payment_trend t),
      screened as (
        select sized.*,
               case when bills < :smallest
                      or (smaller_bills > 0 and smaller_bills < :smallest)
                    then 'OTHER' else district end as shown_district
        from sized)
      """;

  private static final String ROWS =
      SCREENED
          + """
          , summed as (
            select case when :byMonth then to_char(month, 'YYYY-MM') end as month,
                   case when :byFeeType then fee_type end as fee_type,
                   case when :byDistrict then shown_district end as district,
                   cast(sum(bills) as bigint) as bills,
                   cast(sum(billed_fen) as bigint) as billed_fen,
                   cast(sum(collected_fen) as bigint) as collected_fen,
                   cast(sum(on_time_bills) as bigint) as on_time,
                   cast(sum(late_bills) as bigint) as late,
                   cast(sum(overdue_bills) as bigint) as overdue,
                   cast(sum(overdue_fen) as bigint) as overdue_fen
            from screened
            where (cast(:from as text) is null or month >= to_date(:from, 'YYYY-MM'))
              and (cast(:to as text) is null or month <= to_date(:to, 'YYYY-MM'))
              and (cast(:feeType as text) is null or fee_type = :feeType)
              and (cast(:district as text) is null or shown_district = :district)
            group by 1, 2, 3)
          select month, fee_type, district, bills, billed_fen, collected_fen, on_time, late,
                 overdue, overdue_fen
          from summed
          where bills >= :fewest
          order by month, district = 'OTHER', billed_fen desc, fee_type, district
          """;

  private static final String DISTRICTS =
      SCREENED
          + """
          select shown_district from screened group by 1 order by shown_district = 'OTHER', 1
          """;

  private final EntityManager entities;

  PaymentTrendTable(EntityManager entities) {
    this.entities = entities;
  }

  /** By month, then the most billed first, the other districts last. */
  @Transactional
  List<TrendRow> rows(TrendQuestion question) {
    @SuppressWarnings("unchecked") // a native query of several columns gives arrays
    List<Object[]> found =
        entities
            .createNativeQuery(ROWS)
            .setParameter("smallest", SMALLEST_GROUP)
            .setParameter("fewest", question.tellsDistricts() ? SMALLEST_GROUP : 0)
            .setParameter("byMonth", question.isBy(Breakdown.MONTH))
            .setParameter("byFeeType", question.isBy(Breakdown.FEE_TYPE))
            .setParameter("byDistrict", question.isBy(Breakdown.DISTRICT))
            .setParameter("from", question.from().map(YearMonth::toString).orElse(null))
            .setParameter("to", question.to().map(YearMonth::toString).orElse(null))
            .setParameter("feeType", question.feeType().map(Enum::name).orElse(null))
            .setParameter("district", question.district().orElse(null))
            .getResultList();
    return found.stream().map(PaymentTrendTable::row).toList();
  }

  /** The districts that rows can be about, the other districts last. */
  @Transactional
  List<String> districts() {
    return entities
        .createNativeQuery(DISTRICTS, String.class)
        .setParameter("smallest", SMALLEST_GROUP)
        .getResultList()
        .stream()
        .map(String.class::cast)
        .toList();
  }

  /** When the table was computed; empty before the first analysis. */
  @Transactional
  Optional<Instant> computedAt() {
    return Optional.ofNullable(
        (Instant)
            entities
                .createNativeQuery(
                    "select max(computed_at) from report.payment_trend", Instant.class)
                .getSingleResult());
  }

  private static TrendRow row(Object[] columns) {
    return new TrendRow(
        columns[0] == null ? null : YearMonth.parse((String) columns[0]),
        columns[1] == null ? null : FeeType.valueOf((String) columns[1]),
        (String) columns[2],
        (long) columns[3],
        Money.ofFen((long) columns[4]),
        Money.ofFen((long) columns[5]),
        (long) columns[6],
        (long) columns[7],
        (long) columns[8],
        Money.ofFen((long) columns[9]));
  }
}
