export { barChart, BarChart, type Bar } from "./bar-chart";
export { ChartFrame, type ChartRow, type ChartSpec } from "./chart-frame";
export { chartFile } from "./chart-file";
export { drawAreas, type MapArea } from "./choropleth";
export { drawFunnel } from "./funnel-chart";
export { drawHistogram } from "./histogram";
export { MiddleHalf } from "./middle-half";
export { lineChart, LineChart, type Series } from "./line-chart";
export { Sparkline } from "./sparkline";
