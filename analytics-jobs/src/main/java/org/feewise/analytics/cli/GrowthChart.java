package org.feewise.analytics.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.feewise.models.plans.bench.PlanGrowth.Step;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws time to a proof over the number of bills, both axes logarithmic. */
final class GrowthChart {
  private GrowthChart() {}

  /** Writes an SVG picture. */
  static void write(List<Step> steps, Path svg) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(760)
            .height(460)
            .title("Median time to a proven plan")
            .xAxisTitle("bills")
            .yAxisTitle("milliseconds")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    double[] bills = steps.stream().mapToDouble(Step::bills).toArray();
    chart.addSeries("FeeWise", bills, steps.stream().mapToDouble(Step::ourMedianMs).toArray());
    chart.addSeries(
        "SCIP (OR-Tools)", bills, steps.stream().mapToDouble(Step::peerMedianMs).toArray());
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, svg.toAbsolutePath().toString(), VectorGraphicsFormat.SVG);
  }
}
