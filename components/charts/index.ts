export { BarChart, type Bar } from "./bar-chart";
export { LineChart, type Series } from "./line-chart";
export { Sparkline } from "./sparkline";
