import nextJest from "next/jest.js";

const base = {
  modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/"],
  moduleNameMapper: {
    "^@/(.*)$": "<rootDir>/$1",
    "^(internmap|d3-[a-z]+(?:-[a-z]+)?)$": "<rootDir>/node_modules/$1/dist/$1.js",
  },
};
const project = async (displayName, testEnvironment, extra = {}) =>
  nextJest({ dir: "./" })({
    ...base,
    displayName,
    testEnvironment,
    testMatch: [`<rootDir>/tests/${displayName}/**/*.test.{ts,tsx}`],
    setupFilesAfterEnv: ["<rootDir>/tests/support/quiet.ts"],
    ...extra,
  })();
const onPostgres = {
  globalSetup: "<rootDir>/tests/support/database-start.mjs",
  globalTeardown: "<rootDir>/tests/support/database-stop.mjs",
  setupFiles: ["<rootDir>/tests/support/database-url.ts"],
};

const config = async () => ({
  projects: [
    await project("rules", "node"),
    await project("screens", "jsdom", {
      setupFilesAfterEnv: ["<rootDir>/tests/support/quiet.ts", "<rootDir>/tests/support/screen.ts"],
    }),
    await project("database", "node", onPostgres),
    await project("journeys", "node", onPostgres),
  ],
});
export default config;
