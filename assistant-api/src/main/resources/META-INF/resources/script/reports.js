// Draws the report's table as a chart. The figures are those of the table; without this script it stands alone.
(() => {
  "use strict";
  const table = document.getElementById("trend");
  const place = document.getElementById("trend-chart");
  if (!table || !place || !window.echarts) return;

  const language = document.documentElement.lang;
  const headings = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const byMonth = headings[0].dataset.name === "month" && rows[0].querySelectorAll("th").length === 1;
  const labels = rows.map((row) => [...row.querySelectorAll("th")].map((cell) => cell.textContent).join(" "));

  function figures(name) {
    const at = headings.findIndex((heading) => heading.dataset.name === name);
    return {
      title: headings[at].dataset.title,
      values: rows.map((row) => {
        const value = row.cells[at].dataset.value;
        return value === "" ? null : Number(value);
      }),
    };
  }

  const short = new Intl.NumberFormat(language, { notation: "compact" });
  const exact = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function bar(name, colourName) {
    const { title, values } = figures(name);
    return {
      name: title, type: "bar", data: values, barMaxWidth: 28, barGap: "10%",
      itemStyle: { color: colour(colourName) },
      tooltip: { valueFormatter: (value) => exact.format(value) },
    };
  }

  function shareOnTime() {
    const { title, values } = figures("onTimeShare");
    return {
      name: title, data: values, symbolSize: byMonth ? 8 : 12, z: 3,
      type: byMonth ? "line" : "scatter",
      symbol: byMonth ? "circle" : "diamond",
      [byMonth ? "yAxisIndex" : "xAxisIndex"]: 1,
      lineStyle: { width: 2, color: colour("--chart-share") },
      itemStyle: { color: colour("--chart-share"), borderColor: colour("--card"), borderWidth: byMonth ? 0 : 2, opacity: 1 },
      tooltip: { valueFormatter: (value) => (value == null ? "–" : percent.format(value)) },
    };
  }

  function options() {
    const ink = colour("--ink-soft");
    const legendHeight = place.clientWidth < 560 ? 56 : 32; // two lines on a phone
    const line = colour("--line");
    const text = { color: ink, fontFamily: getComputedStyle(document.body).fontFamily };
    const groups = {
      type: "category", data: labels, inverse: !byMonth,
      axisLabel: { ...text, hideOverlap: byMonth, interval: byMonth ? "auto" : 0, width: 104, overflow: "truncate" },
      axisLine: { lineStyle: { color: line } }, axisTick: { show: false },
    };
    const money = {
      type: "value", splitNumber: 4, splitLine: { lineStyle: { color: line } },
      axisLabel: { ...text, hideOverlap: true, formatter: (value) => short.format(value) },
    };
    const share = {
      type: "value", min: 0, max: 1, interval: 0.5, position: byMonth ? "right" : "top", splitLine: { show: false },
      axisLabel: { ...text, formatter: (value) => percent.format(value) },
    };
    return {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      textStyle: text,
      legend: { top: 0, left: "center", itemGap: 14, textStyle: text },
      grid: { left: 4, right: 4, top: legendHeight + (byMonth ? 8 : 28), bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" },
        backgroundColor: colour("--card"), borderColor: line, textStyle: { ...text, color: colour("--ink") },
      },
      xAxis: byMonth ? groups : [money, share],
      yAxis: byMonth ? [money, share] : groups,
      series: [
        bar("billed", "--chart-billed"),
        bar("collected", "--chart-collected"),
        bar("overdueAmount", "--chart-overdue"),
        shareOnTime(),
      ],
    };
  }

  place.closest("figure").hidden = false;
  if (!byMonth) place.style.height = `${Math.max(320, 110 + rows.length * 52)}px`;
  const chart = window.echarts.init(place);
  chart.setOption(options());
  new ResizeObserver(() => {
    chart.resize();
    chart.setOption(options());
  }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.setOption(options()));
})();
