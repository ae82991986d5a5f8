package org.feewise.analytics.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.feewise.analytics.history.HouseDatabase;

/**
 * What the newest nightly run recorded.
 *
 * @param modelVersion the model that it scored with
 * @param published whether it let that model's scores pass
 */
record LastRun(String modelVersion, boolean published) {

  /** Reads the newest run; empty where there was none yet. */
  static Optional<LastRun> of(HouseDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement newest =
            connection.prepareStatement(
                "select model_version, published from report.risk_run"
                    + " order by run_id desc limit 1");
        ResultSet run = newest.executeQuery()) {
      return run.next()
          ? Optional.of(new LastRun(run.getString(1), run.getBoolean(2)))
          : Optional.empty();
    }
  }
}
