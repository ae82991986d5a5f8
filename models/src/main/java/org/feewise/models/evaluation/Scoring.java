package org.feewise.models.evaluation;

import java.util.List;
import java.util.Map;

/**
 * One evaluation of the product on a file of cases: how a line becomes a case, what the product
 * predicts for it, and what was measured in the end. An object scores one file.
 *
 * @param <C> what a line means
 */
public interface Scoring<C> {

  /**
   * The case on one line.
   *
   * @throws MalformedCase when the line lacks a field or has one that makes no sense
   */
  C read(CaseFields line);

  /**
   * Lets the product answer a case, counts the answer, and returns its prediction lines: values
   * that become JSON objects (records, maps), in order.
   *
   * @throws MalformedCase when the case turns out to make no sense
   */
  List<?> score(C scored);

  /**
   * The metrics over everything scored, in the order they are printed, without {@code rejected}.
   */
  Map<String, Object> metrics();
}
