// Draws the tables of the risk model as charts. The figures are those of the tables; without this script they stand alone.
(() => {
  "use strict";
  if (!window.echarts) return;
  const language = document.documentElement.lang;
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const text = () => ({ color: colour("--ink-soft"), fontFamily: getComputedStyle(document.body).fontFamily });
  const shares = (more) => ({
    type: "value", splitNumber: 4, splitLine: { lineStyle: { color: colour("--line") } },
    axisLabel: { ...text(), hideOverlap: true, formatter: (value) => percent.format(value) }, ...more,
  });
  const tooltip = () => ({
    renderMode: "richText", confine: true, backgroundColor: colour("--card"), borderColor: colour("--line"),
    textStyle: { ...text(), color: colour("--ink") },
  });
  const still = () => ({ animation: !matchMedia("(prefers-reduced-motion: reduce)").matches, textStyle: text() });

  function draw(place, options) {
    place.closest("figure").hidden = false;
    const chart = window.echarts.init(place);
    const show = () => chart.setOption(options(), true);
    show();
    new ResizeObserver(() => {
      chart.resize();
      show();
    }).observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  }

  const months = document.getElementById("months-table");
  if (months) {
    const rows = [...months.tBodies[0].rows];
    const figures = (name) => rows.map((row) => Number(row.dataset[name]));
    const low = figures("low");
    const high = figures("high");
    draw(document.getElementById("months-chart"), () => ({
      ...still(),
      legend: { top: 0, left: "center", textStyle: text(), data: [months.dataset.expected, months.dataset.observed] },
      grid: { left: 4, right: 12, top: 40, bottom: 4, containLabel: true },
      tooltip: { ...tooltip(), trigger: "axis", valueFormatter: (value) => (value == null ? "–" : percent.format(value)) },
      xAxis: {
        type: "category", data: rows.map((row) => row.dataset.month),
        axisLabel: { ...text(), hideOverlap: true }, axisLine: { lineStyle: { color: colour("--line") } },
      },
      yAxis: shares({ min: 0 }),
      series: [
        {
          name: months.dataset.expected, type: "line", data: figures("expected"), symbolSize: 8, symbol: "diamond",
          lineStyle: { width: 2, type: "dashed", color: colour("--chart-collected") }, itemStyle: { color: colour("--chart-collected") },
        },
        {
          name: months.dataset.observed, type: "line", data: figures("observed"), symbolSize: 8, symbol: "circle",
          lineStyle: { width: 2, color: colour("--chart-overdue") }, itemStyle: { color: colour("--chart-overdue") },
        },
        ...rows.map((row, at) => ({
          type: "line", symbol: "none", silent: true, tooltip: { show: false },
          data: [[at, low[at]], [at, high[at]]], lineStyle: { width: 2, color: colour("--chart-overdue"), opacity: .5 },
        })),
      ],
    }));
  }

  const groups = [...document.querySelectorAll("#groups-tables tr[data-group]")];
  if (groups.length > 0) {
    const place = document.getElementById("groups-chart");
    const gap = document.getElementById("groups-tables").dataset.gap;
    place.style.height = `${60 + groups.length * 28}px`;
    draw(place, () => ({
      ...still(),
      grid: { left: 4, right: 16, top: 32, bottom: 4, containLabel: true },
      tooltip: { ...tooltip(), trigger: "item", valueFormatter: (value) => percent.format(Array.isArray(value) ? value[0] : value) },
      xAxis: shares({ position: "top" }),
      yAxis: {
        type: "category", inverse: true, data: groups.map((row) => row.dataset.group),
        axisLabel: { ...text(), interval: 0, width: place.clientWidth < 560 ? 120 : 220, overflow: "truncate" },
        axisTick: { show: false }, axisLine: { lineStyle: { color: colour("--line") } },
      },
      series: [
        ...groups.map((row, at) => ({
          type: "line", symbol: "none", silent: true,
          data: [[Number(row.dataset.low), at], [Number(row.dataset.high), at]],
          lineStyle: { width: 3, color: colour("--chart-billed") },
        })),
        {
          name: gap, type: "scatter", symbolSize: 10, z: 3, itemStyle: { color: colour("--chart-collected"), opacity: 1 },
          data: groups.map((row, at) => [Number(row.dataset.gap), at]),
          markLine: { silent: true, symbol: "none", label: { show: false }, data: [{ xAxis: 0 }], lineStyle: { color: colour("--ink-soft"), type: "solid" } },
        },
      ],
    }));
  }
})();
