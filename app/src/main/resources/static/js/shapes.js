// Pictures of models: one number against another, the shape of a feature, and the map of two features.

function valueAxis(look, more) {
  return { type: 'value', axisLabel: look.axisText, nameTextStyle: look.axisText, splitLine: { lineStyle: { color: look.line } }, ...more };
}

function number(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}

export function against(chart, look) {
  const [across, up, low, high] = chart.series.map((series) => series.values);
  const all = [...across, ...up, ...(high ?? [])].filter((value) => value !== null);
  const most = Math.max(...all);
  const end = most > 60 ? 100 : Math.ceil(most / 5) * 5;
  const series = [
    { type: 'line', silent: true, symbol: 'none', data: [[0, 0], [end, end]], lineStyle: { color: look.second, type: 'dashed', width: 1 }, tooltip: { show: false } },
    low
      ? { type: 'scatter', name: chart.series[1].name, symbolSize: 8, itemStyle: { color: look.accent }, data: across.map((value, index) => [value, up[index]]) }
      : { type: 'line', name: chart.series[1].name, symbol: 'none', lineStyle: { color: look.accent, width: 2 }, itemStyle: { color: look.accent }, data: across.map((value, index) => [value, up[index]]) },
  ];
  if (low) {
    series.push({
      type: 'custom',
      silent: true,
      tooltip: { show: false },
      data: across.map((value, index) => [value, low[index], high[index]]),
      renderItem: (params, api) => {
        const from = api.coord([api.value(0), api.value(1)]);
        const to = api.coord([api.value(0), api.value(2)]);
        return { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: look.accent, lineWidth: 1.5 } };
      },
    });
  }
  if (chart.mark) {
    series[1].markLine = { symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: look.second }, data: [{ xAxis: Number(chart.mark) }] };
  }
  return {
    animation: false,
    textStyle: look.text,
    grid: { left: 8, right: 24, top: 28, bottom: 20, containLabel: true },
    tooltip: { ...look.tooltip, trigger: low ? 'item' : 'axis', formatter: (points) => {
      const point = Array.isArray(points) ? points[points.length - 1] : points;
      return `${chart.series[0].name} ${number(point.value[0])}%\n${chart.series[1].name} ${number(point.value[1])}%`;
    } },
    xAxis: valueAxis(look, { min: 0, max: end, name: `${chart.series[0].name} (%)`, nameLocation: 'middle', nameGap: 24 }),
    yAxis: valueAxis(look, { min: 0, max: end, name: `${chart.series[1].name} (%)`, nameTextStyle: { ...look.axisText, align: 'left' } }),
    series,
  };
}

export function shape(chart, look) {
  const [value, low, high, share] = chart.series;
  const labels = { type: 'category', data: chart.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } } };
  const end = (series) => ({ type: 'line', name: series.name, data: series.values, step: 'middle', symbol: 'none', lineStyle: { color: look.accent, width: 1, opacity: 0.45, type: 'dotted' }, itemStyle: { color: look.accent } });
  return {
    animation: false,
    textStyle: look.text,
    grid: [
      { left: 44, right: 12, top: 12, height: '58%' },
      { left: 44, right: 12, top: '74%', bottom: 22 },
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: { ...look.tooltip, trigger: 'axis' },
    xAxis: [
      { ...labels, axisLabel: { show: false }, axisLine: { ...labels.axisLine, onZero: true } },
      { ...labels, gridIndex: 1, axisLabel: { ...look.axisText, hideOverlap: true, width: 90, overflow: 'truncate' } },
    ],
    yAxis: [
      valueAxis(look, { splitNumber: 4, scale: true }),
      valueAxis(look, { gridIndex: 1, splitNumber: 1, axisLabel: { ...look.axisText, formatter: '{value}%' } }),
    ],
    series: [
      { type: 'line', name: value.name, data: value.values, step: 'middle', symbol: chart.labels.length > 12 ? 'none' : 'circle', symbolSize: 5, lineStyle: { color: look.accent, width: 2 }, itemStyle: { color: look.accent },
        markLine: { symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: look.second, type: 'dashed' }, data: [{ yAxis: 0 }] } },
      end(low),
      end(high),
      { type: 'bar', name: share.name, xAxisIndex: 1, yAxisIndex: 1, data: share.values, barCategoryGap: '10%', itemStyle: { color: look.second } },
    ],
  };
}

export function heat(chart, look) {
  const cells = chart.series.flatMap((row, y) => row.values.map((value, x) => [x, y, value])).filter((cell) => cell[2] !== null);
  const isShare = cells.every((cell) => cell[2] >= 0);
  const least = (most) => (isShare ? 0 : -most);
  const colours = isShare ? ['#eef1f2', '#9fcfca', look.accent] : ['#b0652a', '#e8c9a0', '#eef1f2', '#9fcfca', look.accent];
  const most = Math.max(...cells.map((cell) => Math.abs(cell[2])), 1e-9);
  const labels = (data) => ({ type: 'category', data, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { ...look.axisText, hideOverlap: true, width: 100, overflow: 'truncate' } });
  return {
    animation: false,
    textStyle: look.text,
    grid: { left: 8, right: 8, top: 28, bottom: 40, containLabel: true },
    tooltip: { ...look.tooltip, formatter: (point) => `${chart.axis}: ${chart.labels[point.value[0]]}\n${chart.unit}: ${chart.series[point.value[1]].name}\n${number(point.value[2])}` },
    xAxis: { ...labels(chart.labels), name: chart.axis, nameLocation: 'middle', nameGap: 22, nameTextStyle: look.axisText },
    yAxis: { ...labels(chart.series.map((row) => row.name)), name: chart.unit, nameTextStyle: { ...look.axisText, align: 'left' } },
    visualMap: { show: true, min: least(most), max: most, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 60, itemWidth: 8, precision: 2, textStyle: look.axisText, text: [number(most), number(least(most))], inRange: { color: colours } },
    series: [{ type: 'heatmap', data: cells.map((value) => ({ value, label: { color: value[2] > 0.6 * most ? look.paper : look.ink } })), label: { show: isShare && cells.length <= 150, fontSize: 11, formatter: (point) => number(point.value[2]) }, itemStyle: { borderColor: look.paper, borderWidth: 1 } }],
  };
}

export function bins(chart, look) {
  const [bars, line] = chart.series;
  return {
    animation: false,
    textStyle: look.text,
    grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemHeight: 6, textStyle: { color: look.ink } },
    tooltip: { ...look.tooltip, trigger: 'axis' },
    xAxis: { type: 'category', data: chart.labels, axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: look.line } }, axisLabel: { ...look.axisText, hideOverlap: true, width: 84, overflow: 'truncate' } },
    yAxis: [valueAxis(look, {}), valueAxis(look, { splitLine: { show: false }, min: 0, axisLabel: { ...look.axisText, formatter: '{value}%' } })],
    series: [
      { type: 'bar', name: bars.name, data: bars.values, barMaxWidth: 32, itemStyle: { color: look.accent } },
      { type: 'line', name: line.name, data: line.values, yAxisIndex: 1, symbolSize: 6, lineStyle: { color: '#c98a1b' }, itemStyle: { color: '#c98a1b' } },
    ],
  };
}

// A sum from left to right: the start and the end stand on 0, every term where the one before it ended.
export function sum(chart, look) {
  const values = chart.series[0].values;
  const last = values.length - 1;
  let reached = values[0];
  const ends = values.map((value, index) => {
    if (index === 0 || index === last) {
      return [0, value];
    }
    const from = reached;
    reached += value;
    return [from, reached];
  });
  const colourOf = (index) => (index === 0 || index === last ? look.ink : values[index] < 0 ? '#b0652a' : look.accent);
  return {
    animation: false,
    textStyle: look.text,
    grid: { left: 8, right: 56, top: 8, bottom: 4, containLabel: true },
    tooltip: { ...look.tooltip, formatter: (point) => `${chart.labels[point.value[0]]}\n${number(values[point.value[0]])}` },
    xAxis: valueAxis(look, { scale: true, splitNumber: 4, axisLabel: { ...look.axisText, hideOverlap: true } }),
    yAxis: { type: 'category', data: chart.labels, inverse: true, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { ...look.axisText, width: 190, overflow: 'truncate' } },
    series: [{
      type: 'custom',
      name: chart.series[0].name,
      encode: { x: [1, 2], y: 0 },
      data: ends.map(([from, to], index) => [index, from, to]),
      renderItem: (params, api) => {
        const index = api.value(0);
        const from = api.coord([api.value(1), index]);
        const to = api.coord([api.value(2), index]);
        const left = Math.min(from[0], to[0]);
        const width = Math.max(1, Math.abs(to[0] - from[0]));
        return {
          type: 'group',
          children: [
            { type: 'rect', shape: { x: left, y: from[1] - 7, width, height: 14 }, style: { fill: colourOf(index) } },
            { type: 'text', x: left + width + 4, y: from[1], style: { text: (index > 0 && index < last && values[index] > 0 ? '+' : '') + number(values[index]), fill: look.ink, font: '12px system-ui', verticalAlign: 'middle' } },
          ],
        };
      },
    }],
  };
}
