package org.feewise.analytics.live;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.feewise.models.events.BillIssued;
import org.feewise.models.events.CloudEvent;
import org.feewise.models.events.EventJson;
import org.feewise.models.events.Topics;

/**
 * The bills that a micro-batch tells of. Events of other types are passed over.
 *
 * @param unreadable where in the topic the records stand that tell of nothing
 */
record BillNews(List<BillIssued> bills, List<String> unreadable) {
  BillNews {
    bills = List.copyOf(bills);
    unreadable = List.copyOf(unreadable);
  }

  /** Reads records of Kafka as Spark gives them; as many as a micro-batch takes at most. */
  static BillNews of(Dataset<Row> records) {
    List<BillIssued> bills = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    Iterable<Row> rows =
        records
            .selectExpr("partition", "offset", "string(key) as key", "string(value) as json")
            .collectAsList();
    for (Row row : rows) {
      try {
        String json = row.getAs("json");
        if (json == null) {
          throw new IllegalArgumentException("no event");
        }
        String type = EventJson.read(json, Object.class).type();
        if (type.equals(BillIssued.EVENT_TYPE)) {
          bills.add(bill(json, row.getAs("key")));
        }
      } catch (IllegalArgumentException e) {
        // what it holds may be personal, and so may the reason quote it
        unreadable.add(
            "%s partition %d offset %d"
                .formatted(
                    Topics.BILLS, row.<Integer>getAs("partition"), row.<Long>getAs("offset")));
      }
    }
    return new BillNews(bills, unreadable);
  }

  private static BillIssued bill(String json, String key) {
    CloudEvent<BillIssued> event = EventJson.read(json, BillIssued.class);
    BillIssued bill = event.data();
    if (!bill.citizenId().equals(key) || !bill.citizenId().equals(event.subject())) {
      throw new IllegalArgumentException("key, subject and citizenId are not the same");
    }
    return bill;
  }
}
