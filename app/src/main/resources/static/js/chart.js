// Charts: one description in JSON, drawn by ECharts, read as a table, saved as PNG. ECharts is fetched when first needed.
import { against, bins, heat, shape, sum } from './shapes.js';

const ECHARTS = '/_static/echarts/5.6.0/dist/echarts.esm.min.js';
const FONT = 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function palette() {
  return [colour('--accent'), '#8a9aa8', '#c98a1b', '#6b5ca5', '#3f7fbf', '#a94f6d'];
}

function seriesOf(chart) {
  if (chart.kind === 'WATERFALL') {
    return waterfall(chart);
  }
  return chart.series.map((series) => ({
    name: series.name,
    data: series.values,
    type: chart.kind === 'LINES' || chart.kind === 'STEPS' ? 'line' : 'bar',
    step: chart.kind === 'STEPS' ? 'middle' : undefined,
    symbol: chart.labels.length > 40 ? 'none' : 'circle',
    symbolSize: 5,
    barMaxWidth: 28,
    markLine: chart.mark
      ? { symbol: 'none', silent: true, label: { formatter: chart.mark, color: colour('--quiet') }, data: [{ xAxis: chart.mark }] }
      : undefined,
  }));
}

// A bar that starts at zero stands for a total; the others float between the running sums.
function waterfall(chart) {
  const values = chart.series[0].values;
  const hidden = [];
  let sum = 0;
  values.forEach((value, index) => {
    const isTotal = index === 0 || index === values.length - 1;
    hidden.push(isTotal ? 0 : Math.min(sum, sum + value));
    sum = isTotal ? value : sum + value;
  });
  return [
    { type: 'bar', stack: 'all', silent: true, itemStyle: { color: 'transparent' }, data: hidden, tooltip: { show: false } },
    {
      type: 'bar',
      stack: 'all',
      name: chart.series[0].name,
      barMaxWidth: 18,
      data: values.map((value, index) => ({
        value: Math.abs(value),
        itemStyle: { color: index === 0 || index === values.length - 1 ? colour('--accent') : value < 0 ? '#8a9aa8' : colour('--good') },
      })),
      label: { show: true, position: 'right', color: colour('--ink'), formatter: (point) => values[point.dataIndex].toLocaleString() },
    },
  ];
}

function optionOf(chart) {
  // Reasons have long names, so a waterfall falls sideways.
  const lying = chart.kind === 'ROWS' || chart.kind === 'WATERFALL';
  const whole = chart.series.every((series) => series.values.every((value) => Number.isInteger(value)));
  const axisText = { color: colour('--quiet'), fontFamily: FONT };
  const labels = { type: 'category', data: chart.labels, inverse: lying, axisLabel: { ...axisText, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--line') } } };
  const values = { type: 'value', name: chart.unit, nameTextStyle: axisText, axisLabel: axisText, splitLine: { lineStyle: { color: colour('--line') } }, minInterval: whole ? 1 : undefined, splitNumber: chart.size === 'SMALL' ? 2 : 5 };
  return {
    animation: false,
    color: palette(),
    textStyle: { fontFamily: FONT, color: colour('--ink') },
    grid: { left: 8, right: chart.kind === 'WATERFALL' ? 56 : chart.kind === 'ROWS' ? 28 : 16, top: chart.series.length > 1 || chart.unit ? 32 : 12, bottom: 4, containLabel: true },
    legend: chart.series.length > 1 ? { top: 0, right: 0, icon: 'roundRect', itemHeight: 3, textStyle: { color: colour('--ink') } } : undefined,
    // The page forbids inline styles, so the tooltip is drawn on the canvas.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('--paper'), borderColor: colour('--line'), textStyle: { color: colour('--ink') } },
    xAxis: lying ? values : labels,
    yAxis: lying ? labels : values,
    series: seriesOf(chart),
  };
}

// What pictures drawn elsewhere need to look like ours.
function look() {
  const axisText = { color: colour('--quiet'), fontFamily: FONT };
  return {
    accent: colour('--accent'),
    second: '#8a9aa8',
    line: colour('--line'),
    ink: colour('--ink'),
    paper: colour('--paper'),
    axisText,
    text: { fontFamily: FONT, color: colour('--ink') },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('--paper'), borderColor: colour('--line'), textStyle: { color: colour('--ink') } },
  };
}

const DRAWN_APART = { AGAINST: against, SHAPE: shape, HEAT: heat, BINS: bins, SUM: sum };

async function draw(figure) {
  const chart = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const canvas = figure.querySelector('[data-chart-canvas]');
  const echarts = await import(ECHARTS);
  const drawing = echarts.init(canvas, null, { renderer: 'canvas' });
  const option = () => (DRAWN_APART[chart.kind] ? DRAWN_APART[chart.kind](chart, look()) : optionOf(chart));
  drawing.setOption(option());
  new ResizeObserver(() => drawing.resize()).observe(canvas);
  document.addEventListener('yinhang:theme', () => drawing.setOption(option(), true));
  figure.querySelector('[data-chart-png]').addEventListener('click', () => save(drawing, chart.title));
  figure.dataset.drawn = 'true';
}

function save(drawing, title) {
  const link = document.createElement('a');
  link.href = drawing.getDataURL({ pixelRatio: 2, backgroundColor: colour('--paper') });
  link.download = `${title}.png`;
  link.click();
}

function switchTable(figure, button) {
  const rows = figure.querySelector('[data-chart-rows]');
  const canvas = figure.querySelector('[data-chart-canvas]');
  rows.hidden = !rows.hidden;
  canvas.hidden = !rows.hidden;
  button.setAttribute('aria-pressed', String(!rows.hidden));
}

export function prepareCharts(root) {
  const figures = root.matches?.('[data-chart]') ? [root] : root.querySelectorAll('[data-chart]');
  for (const figure of figures) {
    const button = figure.querySelector('[data-chart-table]');
    button.addEventListener('click', () => switchTable(figure, button));
    draw(figure);
  }
}
