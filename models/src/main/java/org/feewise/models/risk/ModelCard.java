package org.feewise.models.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.feewise.models.risk.watch.Succession;
import org.feewise.models.risk.watch.Trial;

/**
 * What a reader must know before relying on a model.
 *
 * @param version of the model, unique to its data and features
 * @param featureVersion version of the definition of features
 * @param asOf the last day whose events the training could know
 * @param dataFrom first day of issue among the training rows
 * @param dataTo last day of issue among the training rows
 * @param learntThrough last due date among the training rows: a bill due later is new to the model
 * @param trainingSha256 hash of every value and label it was trained on, blank for a base rate
 * @param features what it reads, strongest first is not implied
 * @param settings how it was grown and calibrated
 * @param metrics measured on bills that neither the trees nor the calibration had seen
 * @param trial what it was worth on the newest bills, unseen by it; null for a base rate
 * @param succession which model it took over from, why, and by how much it was better
 * @param fairness the newest bills by group; the groups are never features
 * @param remarks sentences a reader must not miss
 */
public record ModelCard(
    String version,
    int featureVersion,
    Instant trainedAt,
    LocalDate asOf,
    LocalDate dataFrom,
    LocalDate dataTo,
    LocalDate learntThrough,
    long trainingRows,
    double lateShare,
    String trainingSha256,
    List<String> features,
    Map<String, Object> settings,
    Map<String, Object> metrics,
    Trial trial,
    Succession succession,
    List<GroupFairness> fairness,
    List<String> remarks) {

  /** The same card with the way in which its model came to score, and whom it treats how. */
  public ModelCard succeeded(Succession how, List<GroupFairness> groups) {
    return new ModelCard(
        version,
        featureVersion,
        trainedAt,
        asOf,
        dataFrom,
        dataTo,
        learntThrough,
        trainingRows,
        lateShare,
        trainingSha256,
        features,
        settings,
        metrics,
        trial,
        how,
        groups,
        remarks);
  }
}
