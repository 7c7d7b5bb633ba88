/** How many months a trend shows, and how far back a dashboard goes. */
export const monthsShown = 36;
