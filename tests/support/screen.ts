import "@testing-library/jest-dom";

/** jsdom has no layout, so nothing to scroll to. */
Element.prototype.scrollIntoView = () => undefined;
