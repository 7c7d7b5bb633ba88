import type { ShortSteps } from "./short-steps";

/** For those who find capacity, oversee an area or read reports. */
export const ofOverseers = {
  "found-place": {
    title: "use this page",
    steps: [
      "See when the beds were last confirmed, and by whom, before you count on them.",
      "Call, then record the result. If a bed has gone, the home is asked to confirm, and the next person sees it.",
    ],
  },
  searches: {
    title: "be told when a place comes free",
    steps: [
      "Search for a place, then save the search under a name.",
      "We email you once for each new vacancy. Every email has a link that stops them.",
    ],
  },
  shortlist: {
    title: "compare places",
    steps: [
      "Add places to your shortlist from their own pages.",
      "Compare them here side by side, then print the list or email it to a colleague or a family.",
    ],
  },
  providers: {
    title: "find a location in the list",
    steps: [
      "Type part of a name or postcode, or choose a filter. Press a heading to sort by it.",
      "The address of the page keeps what you chose, so you can bookmark or send it.",
      "A download holds exactly the rows and columns that you see.",
    ],
  },
  area: {
    title: "read this dashboard",
    steps: [
      "Choose care homes or home care, and the window. The first figures say how many have filed.",
      "Press a figure to see it over time and for each smaller area.",
      "The worklist says who to call, the most pressing first.",
    ],
  },
  measure: {
    title: "read this measure",
    steps: [
      "The sentence under each figure says how many it is made from. A share of few locations swings from month to month.",
      "Where areas are drawn side by side, those outside the lines differ by more than chance would explain. Ask why before you judge.",
      "About this measure says what is counted, and what to do if a figure is wrong.",
    ],
  },
  peers: {
    title: "compare areas fairly",
    steps: [
      "Choose what makes areas alike, then look at those most like yours.",
      "Open the comparison to see their figures beside yours, where you have access.",
    ],
  },
  "area-compare": {
    title: "compare areas",
    steps: [
      "Each row is an area. Press a heading to sort by it. The counts beside each share say how many it is made from.",
    ],
  },
  "worklist-place": {
    title: "chase a location",
    steps: [
      "Call a number under Who to call, then record the result so that a colleague does not ring again.",
      "Or send a reminder by email, or assign the location to a colleague.",
      "It leaves the list by itself when its return comes in.",
    ],
  },
  report: {
    title: "use this report",
    steps: [
      "Choose the window and what else to show, then press Show the report.",
      "Download what you see, or save it under a name to have a link emailed to you.",
    ],
  },
  "saved-reports": {
    title: "have a report emailed to you",
    steps: [
      "Open a report, choose what it shows and save it under a name.",
      "Choose how often. The email holds a link, and the figures are those you may see on that day.",
    ],
  },
  totals: {
    title: "read these totals",
    steps: [
      "Suppressed means that so few locations lie behind a figure that one of them could be worked out. It is not an error, and it is not nought.",
    ],
  },
} satisfies Record<string, ShortSteps>;
