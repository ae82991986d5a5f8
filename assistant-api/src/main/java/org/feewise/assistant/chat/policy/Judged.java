package org.feewise.assistant.chat.policy;

import java.util.EnumMap;
import java.util.Map;

/**
 * A paragraph judged against a question.
 *
 * @param bestThree how like the question the three likest of its questions are, on average
 */
record Judged(Paragraph paragraph, Map<Feature, Double> features, double bestThree) {
  Judged {
    features = new EnumMap<>(features);
  }

  double best() {
    return features.get(Feature.BEST);
  }

  double score() {
    double score = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      score += feature.getKey().weight() * feature.getValue();
    }
    return score;
  }
}
