import nextJest from "next/jest.js";

const base = {
  modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/"],
  moduleNameMapper: {
    "^@/(.*)$": "<rootDir>/$1",
    "^(internmap|d3-[a-z]+(?:-[a-z]+)?)$": "<rootDir>/node_modules/$1/dist/$1.js",
  },
};
/** Packages that have modules alone and nothing for `require`, which Jest on Node 20 does not read as they are. */
const modulesAlone = ["polylabel", "tinyqueue"];
const project = async (displayName, testEnvironment, extra = {}) => ({
  ...(await nextJest({ dir: "./" })({
    ...base,
    displayName,
    testEnvironment,
    testMatch: [`<rootDir>/tests/${displayName}/**/*.test.{ts,tsx}`],
    setupFilesAfterEnv: ["<rootDir>/tests/support/quiet.ts"],
    ...extra,
  })()),
  transformIgnorePatterns: [`/node_modules/(?!(?:${modulesAlone.join("|")})/)`],
});
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
